import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { auditFilterSchema, auditPageSchema } from "#lib/audit/schema.ts";
import { searchEvents } from "#lib/audit/server/search-events.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/audit/events",
  summary: "Search the audit trail, newest first",
  permission: "audit:read",
  query: auditFilterSchema
    .extend({ before: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) })
    .strict(),
  response: auditPageSchema,
  handler: ({ viewer, query: { before, limit, ...filter } }) =>
    searchEvents(viewer, filter, { before, limit }),
});
