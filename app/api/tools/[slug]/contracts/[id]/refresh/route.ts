import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { refreshSource } from "#lib/publishing/server/refresh-source.ts";
import { refreshSourceSchema, sourceAnswerSchema } from "#lib/publishing/sources/schema.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/tools/{slug}/contracts/{id}/refresh",
  summary: "Read a source of a tool's operations again, or from a newer text",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80), id: z.uuid() }),
  body: refreshSourceSchema,
  maxBodyBytes: 16 * 1024 * 1024,
  response: sourceAnswerSchema,
  handler: ({ viewer, params, body, request }) =>
    refreshSource(viewer, params.slug, params.id, body, request.signal),
});
