import { defineRoute } from "#app/api/define-route.ts";
import { collectionListSchema, collectionSchema, newCollectionSchema } from "#lib/collections/schema.ts";
import { createCollection } from "#lib/collections/server/change-collection.ts";
import { listCollections } from "#lib/collections/server/read-collections.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/collections",
  summary: "The collections that have tools for you",
  permission: "portal:read",
  response: collectionListSchema,
  handler: async ({ viewer }) => ({ collections: await listCollections(viewer) }),
});

export const POST = defineRoute({
  method: "POST",
  path: "/api/collections",
  summary: "Make a collection of a domain that you lead",
  permission: "portal:read",
  body: newCollectionSchema,
  response: collectionSchema,
  status: 201,
  handler: ({ viewer, body }) => createCollection(viewer, body),
});
