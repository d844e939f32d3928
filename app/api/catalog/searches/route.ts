import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { searchNoteSchema } from "#lib/catalog/schema.ts";
import { noteSearch } from "#lib/catalog/server/note-search.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/catalog/searches",
  summary: "Keep a finished search with the number of tools it found",
  permission: "portal:read",
  body: searchNoteSchema,
  response: z.object({ results: z.number().int() }),
  status: 201,
  handler: ({ viewer, body }) => noteSearch(viewer, body),
});
