import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { healthDaySchema } from "#lib/models/schema.ts";
import { providerHealth } from "#lib/models/server/provider-health.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/models/health",
  summary: "What the looks at each model server found in 30 days, the oldest first, by the server's id",
  permission: "model:administer",
  response: z.record(z.uuid(), z.array(healthDaySchema)),
  handler: async ({ viewer }) =>
    Object.fromEntries([...(await providerHealth(viewer))].map(([id, days]) => [id, [...days]])),
});
