import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { collectionChangeSchema, collectionSchema } from "#lib/collections/schema.ts";
import { changeCollection, removeCollection } from "#lib/collections/server/change-collection.ts";
import { getCollection } from "#lib/collections/server/read-collections.ts";

const params = z.object({ slug: z.string().max(80) });

export const GET = defineRoute({
  method: "GET",
  path: "/api/collections/{slug}",
  summary: "A collection with the tools that you may find",
  permission: "portal:read",
  params,
  response: collectionSchema,
  handler: ({ viewer, params: { slug } }) => getCollection(viewer, slug),
});

export const PUT = defineRoute({
  method: "PUT",
  path: "/api/collections/{slug}",
  summary: "Change a collection of a domain that you lead",
  permission: "portal:read",
  params,
  body: collectionChangeSchema,
  response: collectionSchema,
  handler: ({ viewer, params: { slug }, body }) => changeCollection(viewer, slug, body),
});

export const DELETE = defineRoute({
  method: "DELETE",
  path: "/api/collections/{slug}",
  summary: "Delete a collection of a domain that you lead",
  permission: "portal:read",
  params,
  response: z.object({ isDeleted: z.boolean() }),
  handler: async ({ viewer, params: { slug } }) => {
    await removeCollection(viewer, slug);
    return { isDeleted: true };
  },
});
