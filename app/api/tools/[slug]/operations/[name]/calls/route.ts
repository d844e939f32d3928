import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { formCallResultSchema } from "#lib/runs/form-call.ts";
import { callByForm } from "#lib/runs/server/call-by-form.ts";
import { jsonObjectSchema } from "#lib/tools/call.ts";
import { operationCallListSchema } from "#lib/tools/operation-call.ts";
import { listOperationCalls } from "#lib/tools/server/list-operation-calls.ts";

const params = z.object({ slug: z.string().max(80), name: z.string().max(64) });

export const GET = defineRoute({
  method: "GET",
  path: "/api/tools/{slug}/operations/{name}/calls",
  summary: "Your own calls of an operation, newest first, with what you sent",
  permission: "tool:call",
  params,
  query: z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
  response: operationCallListSchema,
  handler: async ({ viewer, params, query }) => ({
    calls: await listOperationCalls(viewer, params.slug, params.name, query.limit),
  }),
});

export const POST = defineRoute({
  method: "POST",
  path: "/api/tools/{slug}/operations/{name}/calls",
  summary: "Call an operation with the values of its form",
  permission: "tool:call",
  params,
  body: z.strictObject({ arguments: jsonObjectSchema }),
  response: formCallResultSchema,
  handler: ({ viewer, params, body, request }) =>
    callByForm(viewer, params.slug, params.name, body.arguments, request.signal),
});
