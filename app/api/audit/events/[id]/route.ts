import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { contextKinds, eventInContextSchema } from "#lib/audit/schema.ts";
import { getEvent } from "#lib/audit/server/get-event.ts";
import { namesOfTools } from "#lib/catalog/server/names-of-tools.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/audit/events/{id}",
  summary: "One event with what came before and after it",
  permission: "audit:read",
  params: z.object({ id: z.uuid() }),
  query: z.strictObject({ by: z.enum(contextKinds).optional() }),
  response: eventInContextSchema.extend({
    /** The address part of the tool it happened to, if it is still in the catalog. */
    toolSlug: z.string().nullable(),
  }),
  handler: async ({ viewer, params, query }) => {
    const found = await getEvent(viewer, params.id, query.by);
    const { target } = found.event;
    const tools = target?.kind === "tool" ? await namesOfTools([target.id]) : new Map();
    return { ...found, toolSlug: tools.get(target?.id)?.slug ?? null };
  },
});
