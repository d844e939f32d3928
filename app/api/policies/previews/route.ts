import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { previewRule } from "#lib/catalog/server/preview-rule.ts";
import { ruleEffectSchema } from "#lib/policy/access.ts";
import { ruleDraftSchema } from "#lib/policy/rule-input.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/policies/previews",
  summary: "Whom a rule would stop or let in, before it is made",
  permission: "policy:write",
  body: z.strictObject({ rule: ruleDraftSchema, replaces: z.uuid().nullable() }),
  response: z.object({ effect: ruleEffectSchema.nullable() }),
  handler: async ({ viewer, body }) => ({ effect: await previewRule(viewer, body.rule, body.replaces) }),
});
