import { defineRoute } from "#app/api/define-route.ts";
import { accessKeysSchema, createdKeySchema, createKeySchema } from "#lib/identity/access-key.ts";
import { createAccessKey, listAccessKeys } from "#lib/identity/server/access-keys.ts";

const common = { path: "/api/keys", permission: "portal:read" } as const;

export const GET = defineRoute({
  ...common,
  method: "GET",
  summary: "My access keys, without their text",
  response: accessKeysSchema,
  handler: async ({ viewer }) => ({ keys: await listAccessKeys(viewer) }),
});

export const POST = defineRoute({
  ...common,
  method: "POST",
  summary: "Make an access key for a program; its text is told in this answer only",
  body: createKeySchema,
  response: createdKeySchema,
  status: 201,
  handler: ({ viewer, body }) => createAccessKey(viewer, body),
});
