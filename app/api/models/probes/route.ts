import { defineRoute } from "#app/api/define-route.ts";
import { probeInputSchema } from "#lib/models/administration.ts";
import { probeResultSchema } from "#lib/models/schema.ts";
import { testConnection } from "#lib/models/server/probe-provider.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/models/probes",
  summary: "Ask a model server for its list of models",
  permission: "model:administer",
  body: probeInputSchema,
  response: probeResultSchema,
  handler: ({ viewer, body }) => testConnection(viewer, body),
});
