import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { newProviderSchema } from "#lib/models/administration.ts";
import { providerViewSchema } from "#lib/models/schema.ts";
import { addProvider } from "#lib/models/server/change-providers.ts";
import { listProviders } from "#lib/models/server/list-providers.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/models/providers",
  summary: "Model servers with their models, never with their keys",
  permission: "model:administer",
  response: z.array(providerViewSchema),
  handler: ({ viewer }) => listProviders(viewer),
});

export const POST = defineRoute({
  method: "POST",
  path: "/api/models/providers",
  summary: "Connect a model server",
  permission: "model:administer",
  body: newProviderSchema,
  response: providerViewSchema,
  status: 201,
  handler: ({ viewer, body }) => addProvider(viewer, body),
});
