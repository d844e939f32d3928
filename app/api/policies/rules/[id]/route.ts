import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { ruleChangeSchema, ruleRemovalSchema } from "#lib/policy/rule-input.ts";
import { ruleViewSchema } from "#lib/policy/schema.ts";
import { changeRule, removeRule } from "#lib/policy/server/change-rules.ts";
import { getRule } from "#lib/policy/server/list-rules.ts";

const params = z.object({ id: z.uuid() });

export const GET = defineRoute({
  method: "GET",
  path: "/api/policies/rules/{id}",
  summary: "One rule in a sentence",
  permission: "policy:read",
  params,
  response: ruleViewSchema,
  handler: ({ viewer, params: { id } }) => getRule(viewer, id),
});

export const PUT = defineRoute({
  method: "PUT",
  path: "/api/policies/rules/{id}",
  summary: "Change what a rule says",
  permission: "policy:write",
  params,
  body: ruleChangeSchema,
  response: ruleViewSchema,
  handler: ({ viewer, params: { id }, body }) => changeRule(viewer, id, body),
});

export const DELETE = defineRoute({
  method: "DELETE",
  path: "/api/policies/rules/{id}",
  summary: "Delete a rule for good",
  permission: "policy:write",
  params,
  body: ruleRemovalSchema,
  response: z.object({ deleted: z.literal(true) }),
  handler: async ({ viewer, params: { id }, body }) => {
    await removeRule(viewer, id, body);
    return { deleted: true as const };
  },
});
