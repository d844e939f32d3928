import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { releasePreviewSchema } from "#lib/publishing/release-preview.ts";
import { versionStepSchema } from "#lib/publishing/schema.ts";
import { previewRelease } from "#lib/publishing/server/preview-release.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/tools/{slug}/draft/checks",
  summary: "Run the checks that a release of the draft has to pass, and say who would have to agree",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  body: z.strictObject({ step: versionStepSchema.optional() }),
  response: releasePreviewSchema,
  handler: ({ viewer, params, body }) => previewRelease(viewer, params.slug, body.step ?? null),
});
