import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { publishDraftSchema, releasedSchema } from "#lib/publishing/schema.ts";
import { publishDraft } from "#lib/publishing/server/publish-draft.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/tools/{slug}/draft/publish",
  summary: "Publish the draft as a new version of the tool",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  body: publishDraftSchema,
  response: releasedSchema,
  status: 201,
  handler: ({ viewer, params, body }) => publishDraft(viewer, params.slug, body),
});
