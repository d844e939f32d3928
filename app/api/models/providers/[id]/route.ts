import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import {
  embeddedChangeSchema,
  providerChangeSchema,
  providerRemovalSchema,
} from "#lib/models/administration.ts";
import { providerViewSchema } from "#lib/models/schema.ts";
import { changeEmbedded, changeProvider, removeProvider } from "#lib/models/server/change-providers.ts";

const params = z.object({ id: z.uuid() });

export const PUT = defineRoute({
  method: "PUT",
  path: "/api/models/providers/{id}",
  summary: "Change a model server; a key that is left out stays",
  permission: "model:administer",
  params,
  body: providerChangeSchema,
  response: providerViewSchema,
  handler: ({ viewer, params: { id }, body }) => changeProvider(viewer, id, body),
});

export const PATCH = defineRoute({
  method: "PATCH",
  path: "/api/models/providers/{id}",
  summary: "Change what the embedded assistant may receive, or switch it off",
  permission: "model:administer",
  params,
  body: embeddedChangeSchema,
  response: providerViewSchema,
  handler: ({ viewer, params: { id }, body }) => changeEmbedded(viewer, id, body),
});

export const DELETE = defineRoute({
  method: "DELETE",
  path: "/api/models/providers/{id}",
  summary: "Remove a model server with its models and its key",
  permission: "model:administer",
  params,
  body: providerRemovalSchema,
  response: z.object({ removed: z.literal(true) }),
  handler: async ({ viewer, params: { id }, body }) => {
    await removeProvider(viewer, id, body.reason);
    return { removed: true as const };
  },
});
