import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { ruleSwitchSchema } from "#lib/policy/rule-input.ts";
import { ruleViewSchema } from "#lib/policy/schema.ts";
import { switchRule } from "#lib/policy/server/change-rules.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/policies/rules/{id}/switch",
  summary: "Switch a rule off, or on again",
  permission: "policy:write",
  params: z.object({ id: z.uuid() }),
  body: ruleSwitchSchema,
  response: ruleViewSchema,
  handler: ({ viewer, params: { id }, body }) => switchRule(viewer, id, body),
});
