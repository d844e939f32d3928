import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { addDocumentsSchema, addedDocumentsSchema } from "#lib/knowledge/new-source.ts";
import { addDocuments } from "#lib/knowledge/server/add-documents.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/sources/{slug}/documents",
  summary: "Put files into a knowledge source of your team: text, Markdown or HTML of at most 2 MB each",
  // Who may add documents hangs on the source (its team), so the use case decides it.
  permission: "portal:read",
  params: z.object({ slug: z.string().max(120) }),
  body: addDocumentsSchema,
  maxBodyBytes: 12 * 1024 * 1024,
  response: addedDocumentsSchema,
  handler: ({ viewer, params, body }) => addDocuments(viewer, params.slug, body),
});
