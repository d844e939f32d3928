import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { savedSearchSchema, searchRenameSchema } from "#lib/collections/saved-search.ts";
import { deleteSearch, renameSearch } from "#lib/collections/server/saved-searches.ts";

const params = z.object({ id: z.uuid() });

export const PATCH = defineRoute({
  method: "PATCH",
  path: "/api/saved-searches/{id}",
  summary: "Rename a saved search",
  permission: "portal:read",
  params,
  body: searchRenameSchema,
  response: savedSearchSchema,
  handler: ({ viewer, params: { id }, body }) => renameSearch(viewer, id, body.name),
});

export const DELETE = defineRoute({
  method: "DELETE",
  path: "/api/saved-searches/{id}",
  summary: "Delete a saved search",
  permission: "portal:read",
  params,
  response: z.object({ isDeleted: z.boolean() }),
  handler: async ({ viewer, params: { id } }) => {
    await deleteSearch(viewer, id);
    return { isDeleted: true };
  },
});
