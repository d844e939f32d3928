import { defineRoute } from "#app/api/define-route.ts";
import { auditFilterSchema, histogramSchema } from "#lib/audit/schema.ts";
import { eventHistogram } from "#lib/audit/server/event-histogram.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/audit/histogram",
  summary: "Events over time, with refusals and failures",
  permission: "audit:read",
  query: auditFilterSchema.strict(),
  response: histogramSchema,
  handler: ({ viewer, query }) => eventHistogram(viewer, query),
});
