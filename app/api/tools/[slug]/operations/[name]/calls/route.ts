import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { formCallResultSchema } from "#lib/runs/form-call.ts";
import { callByForm } from "#lib/runs/server/call-by-form.ts";
import { jsonObjectSchema } from "#lib/tools/call.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/tools/{slug}/operations/{name}/calls",
  summary: "Call an operation with the values of its form",
  permission: "tool:call",
  params: z.object({ slug: z.string().max(80), name: z.string().max(64) }),
  body: z.strictObject({ arguments: jsonObjectSchema }),
  response: formCallResultSchema,
  handler: ({ viewer, params, body, request }) =>
    callByForm(viewer, params.slug, params.name, body.arguments, request.signal),
});
