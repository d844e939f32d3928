import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { chosenModelsSchema } from "#lib/models/administration.ts";
import { providerViewSchema } from "#lib/models/schema.ts";
import { chooseModels } from "#lib/models/server/choose-models.ts";

export const PUT = defineRoute({
  method: "PUT",
  path: "/api/models/providers/{id}/models",
  summary: "Choose which models of a server may be used",
  permission: "model:administer",
  params: z.object({ id: z.uuid() }),
  body: chosenModelsSchema,
  response: providerViewSchema,
  handler: ({ viewer, params: { id }, body }) => chooseModels(viewer, id, body),
});
