import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { accessKeySchema } from "#lib/identity/access-key.ts";
import { revokeAccessKey } from "#lib/identity/server/access-keys.ts";

export const DELETE = defineRoute({
  method: "DELETE",
  path: "/api/keys/{id}",
  summary: "Revoke one of my access keys at once",
  permission: "portal:read",
  params: z.object({ id: z.uuid() }),
  response: accessKeySchema,
  handler: ({ viewer, params }) => revokeAccessKey(viewer, params),
});
