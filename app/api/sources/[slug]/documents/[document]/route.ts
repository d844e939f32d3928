import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { removeDocument } from "#lib/knowledge/server/manage-source.ts";

export const DELETE = defineRoute({
  method: "DELETE",
  path: "/api/sources/{slug}/documents/{document}",
  summary: "Take a document out of a knowledge source of your team",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(120), document: z.string().max(300) }),
  response: z.object({ removed: z.literal(true) }),
  handler: async ({ viewer, params }) => {
    await removeDocument(viewer, params.slug, params.document);
    return { removed: true as const };
  },
});
