import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { aliasChangeSchema } from "#lib/models/administration.ts";
import { aliasViewSchema } from "#lib/models/schema.ts";
import { changeAlias, removeAlias } from "#lib/models/server/change-aliases.ts";

const params = z.object({ id: z.uuid() });

export const PUT = defineRoute({
  method: "PUT",
  path: "/api/models/aliases/{id}",
  summary: "Change which models stand behind an alias, in which order",
  permission: "model:administer",
  params,
  body: aliasChangeSchema,
  response: aliasViewSchema,
  handler: ({ viewer, params: { id }, body }) => changeAlias(viewer, id, body),
});

export const DELETE = defineRoute({
  method: "DELETE",
  path: "/api/models/aliases/{id}",
  summary: "Remove an alias that no tool is bound to",
  permission: "model:administer",
  params,
  response: z.object({ removed: z.literal(true) }),
  handler: async ({ viewer, params: { id } }) => {
    await removeAlias(viewer, id);
    return { removed: true as const };
  },
});
