import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { docsImageSchema, imageUploadSchema } from "#lib/catalog/docs/docs-schema.ts";
import { addDocsImage, listDocsImages } from "#lib/catalog/server/docs-images.ts";

// Who may add one hangs on the tool (owner, deputy, team, lead), so the use case decides it.
const common = {
  path: "/api/tools/{slug}/images",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
} as const;

export const GET = defineRoute({
  ...common,
  method: "GET",
  summary: "The images of a tool's docs, without their bytes",
  response: z.array(docsImageSchema),
  handler: ({ viewer, params }) => listDocsImages(viewer, params.slug),
});

export const POST = defineRoute({
  ...common,
  method: "POST",
  summary: "Add an image to a tool's docs: PNG, JPEG, WebP or GIF of at most 2 MB",
  body: imageUploadSchema,
  maxBodyBytes: 3 * 1024 * 1024,
  response: docsImageSchema,
  status: 201,
  handler: ({ viewer, params, body }) => addDocsImage(viewer, params.slug, body),
});
