import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { savedDraftSchema } from "#lib/publishing/schema.ts";
import { chooseSourceOperations } from "#lib/publishing/server/choose-source-operations.ts";
import { chooseOperationsSchema } from "#lib/publishing/sources/schema.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/tools/{slug}/contracts/{id}/choice",
  summary: "Take operations of a source over into the draft; those no longer chosen leave it",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80), id: z.uuid() }),
  body: chooseOperationsSchema,
  maxBodyBytes: 20 * 1024 * 1024,
  response: savedDraftSchema,
  handler: ({ viewer, params, body }) => chooseSourceOperations(viewer, params.slug, params.id, body),
});
