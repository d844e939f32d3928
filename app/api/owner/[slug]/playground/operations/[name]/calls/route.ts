import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { formCallResultSchema } from "#lib/runs/form-call.ts";
import { tryByForm } from "#lib/runs/server/try-by-form.ts";
import { jsonObjectSchema } from "#lib/tools/call.ts";

// Who may edit hangs on the tool (owner, deputy, team, lead), so the use case decides it.
export const POST = defineRoute({
  method: "POST",
  path: "/api/owner/{slug}/playground/operations/{name}/calls",
  summary: "Try an operation of a tool's draft with the values of its form; it counts as no use",
  permission: "tool:call",
  params: z.object({ slug: z.string().max(80), name: z.string().max(64) }),
  body: z.strictObject({ arguments: jsonObjectSchema }),
  response: formCallResultSchema,
  handler: ({ viewer, params, body, request }) =>
    tryByForm(viewer, params.slug, params.name, body.arguments, request.signal),
});
