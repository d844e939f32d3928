import { defineRoute } from "#app/api/define-route.ts";
import { auditFilterSchema } from "#lib/audit/schema.ts";
import { exportEvents } from "#lib/audit/server/export-events.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/audit/export",
  summary: "Export matching events as NDJSON, each with its leaf hash",
  permission: "audit:read",
  query: auditFilterSchema.strict(),
  response: { mediaType: "application/x-ndjson" },
  handler: async ({ viewer, query }) =>
    new Response(await exportEvents(viewer, query), {
      headers: {
        "content-type": "application/x-ndjson; charset=utf-8",
        "content-disposition": `attachment; filename="weft-audit-${new Date().toISOString().slice(0, 10)}.ndjson"`,
      },
    }),
});
