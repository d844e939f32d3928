import { z } from "zod";
import { AppError } from "#lib/errors.ts";
import { checkReadiness } from "#lib/identity/server/check-readiness.ts";
import { defineRoute } from "../../define-route.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/health/ready",
  summary: "Whether requests can be served",
  permission: "public",
  response: z.object({ status: z.literal("ready") }),
  handler: async () => {
    if (await checkReadiness()) return { status: "ready" as const };
    throw new AppError("unavailable", "This process is stopping, or its database does not answer.", {
      mend: "Send requests to another replica, and look at the log of this one.",
    });
  },
});
