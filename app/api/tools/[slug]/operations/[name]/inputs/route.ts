import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { savedInputListSchema, savedInputSchema, saveInputSchema } from "#lib/runs/saved-input.ts";
import { listSavedInputs, saveInput } from "#lib/runs/server/saved-inputs.ts";

const params = z.object({ slug: z.string().max(80), name: z.string().max(64) });

export const GET = defineRoute({
  method: "GET",
  path: "/api/tools/{slug}/operations/{name}/inputs",
  summary: "The filled forms of an operation that you saved",
  permission: "tool:call",
  params,
  response: savedInputListSchema,
  handler: async ({ viewer, params }) => ({
    inputs: await listSavedInputs(viewer, params.slug, params.name),
  }),
});

export const POST = defineRoute({
  method: "POST",
  path: "/api/tools/{slug}/operations/{name}/inputs",
  summary: "Save a filled form for yourself; one of the same name is replaced",
  permission: "tool:call",
  params,
  body: saveInputSchema,
  response: savedInputSchema,
  handler: ({ viewer, params, body }) => saveInput(viewer, params.slug, params.name, body),
});
