import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { docsImage, removeDocsImage } from "#lib/catalog/server/docs-images.ts";

const common = {
  path: "/api/tools/{slug}/images/{name}",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80), name: z.string().max(80) }),
} as const;

export const GET = defineRoute({
  ...common,
  method: "GET",
  summary: "One image of a tool's docs",
  query: z.strictObject({
    /** The beginning of its hash: an address that holds it means these bytes for good. */
    v: z.string().max(64).optional(),
  }),
  response: { mediaType: "image/*" },
  handler: async ({ viewer, params, query, request }) => {
    const { bytes, mediaType, sha256 } = await docsImage(viewer, params.slug, params.name);
    const isPinned = query.v !== undefined && query.v.length >= 12 && sha256.startsWith(query.v);
    const headers = {
      "cache-control": isPinned ? "private, max-age=31536000, immutable" : "private, no-cache",
      "content-disposition": "inline",
      "content-type": mediaType,
      "x-content-type-options": "nosniff",
      etag: `"${sha256}"`,
    };
    if (request.headers.get("if-none-match") === headers.etag)
      return new Response(null, { status: 304, headers });
    return new Response(new Uint8Array(bytes), { headers });
  },
});

export const DELETE = defineRoute({
  ...common,
  method: "DELETE",
  summary: "Take an image out of a tool's docs",
  response: z.object({ removed: z.literal(true) }),
  handler: async ({ viewer, params }) => {
    await removeDocsImage(viewer, params.slug, params.name);
    return { removed: true as const };
  },
});
