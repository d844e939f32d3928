import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { auditEventSchema } from "#lib/audit/schema.ts";
import { getEvent } from "#lib/audit/server/get-event.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/audit/events/{id}",
  summary: "One event with what came before and after it",
  permission: "audit:read",
  params: z.object({ id: z.uuid() }),
  response: z.object({
    event: auditEventSchema,
    before: z.array(auditEventSchema),
    after: z.array(auditEventSchema),
    contextBy: z.enum(["run", "conversation", "actor", "target", "time"]),
    canonical: z.string(),
    isIntact: z.boolean(),
  }),
  handler: ({ viewer, params }) => getEvent(viewer, params.id),
});
