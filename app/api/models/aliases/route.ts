import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { newAliasSchema } from "#lib/models/administration.ts";
import { aliasViewSchema } from "#lib/models/schema.ts";
import { addAlias } from "#lib/models/server/change-aliases.ts";
import { listAliases } from "#lib/models/server/list-providers.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/models/aliases",
  summary: "Aliases with their models in the order in which they are tried",
  permission: "model:administer",
  response: z.array(aliasViewSchema),
  handler: ({ viewer }) => listAliases(viewer),
});

export const POST = defineRoute({
  method: "POST",
  path: "/api/models/aliases",
  summary: "Make an alias that tools can bind to",
  permission: "model:administer",
  body: newAliasSchema,
  response: aliasViewSchema,
  status: 201,
  handler: ({ viewer, body }) => addAlias(viewer, body),
});
