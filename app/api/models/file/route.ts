import { defineRoute } from "#app/api/define-route.ts";
import { importInputSchema, importResultSchema, modelFileLimit } from "#lib/models/model-file.ts";
import { exportModels } from "#lib/models/server/export-models.ts";
import { importModels } from "#lib/models/server/import-models.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/models/file",
  summary: "Model servers, models, prices and aliases as YAML, without secrets",
  permission: "model:administer",
  response: { mediaType: "application/yaml" },
  handler: async ({ viewer }) =>
    new Response(await exportModels(viewer), {
      headers: {
        "content-type": "application/yaml; charset=utf-8",
        "content-disposition": 'attachment; filename="weft-models.yaml"',
      },
    }),
});

export const POST = defineRoute({
  method: "POST",
  path: "/api/models/file",
  summary: "Read such a file, all of it or nothing, or try what it would change",
  permission: "model:administer",
  body: importInputSchema,
  response: importResultSchema,
  maxBodyBytes: 2 * modelFileLimit,
  handler: ({ viewer, body }) => importModels(viewer, body),
});
