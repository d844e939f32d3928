import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { newRuleSchema } from "#lib/policy/rule-input.ts";
import { ruleViewSchema } from "#lib/policy/schema.ts";
import { createRule } from "#lib/policy/server/change-rules.ts";
import { listRules } from "#lib/policy/server/list-rules.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/policies/rules",
  summary: "All rules in sentences",
  permission: "policy:read",
  response: z.array(ruleViewSchema),
  handler: ({ viewer }) => listRules(viewer),
});

export const POST = defineRoute({
  method: "POST",
  path: "/api/policies/rules",
  summary: "Make a rule",
  permission: "policy:write",
  body: newRuleSchema,
  response: ruleViewSchema,
  status: 201,
  handler: ({ viewer, body }) => createRule(viewer, body),
});
