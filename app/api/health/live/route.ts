import { z } from "zod";
import { defineRoute } from "../../define-route.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/health/live",
  summary: "Whether the process answers",
  permission: "public",
  response: z.object({ status: z.literal("live") }),
  handler: async () => ({ status: "live" as const }),
});
