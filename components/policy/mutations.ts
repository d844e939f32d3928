import { z } from "zod";
import { api } from "#lib/http/api-client.ts";
import type { NewRule, RuleChange, RuleRemoval, RuleSwitch } from "#lib/policy/rule-input.ts";
import { type RuleView, ruleViewSchema } from "#lib/policy/schema.ts";

const blockAnswer = z.object({ isBlocked: z.boolean() });
const blockPath = (slug: string) => `/api/tools/${encodeURIComponent(slug)}/block`;

/** What an administrator does with rules and blocks; each throws ApiError when it is refused. */
export const policyActs = {
  read: (id: string): Promise<RuleView> => api(`/api/policies/rules/${id}`, { response: ruleViewSchema }),
  create: (rule: NewRule): Promise<RuleView> =>
    api("/api/policies/rules", { method: "POST", body: rule, response: ruleViewSchema }),
  change: (id: string, rule: RuleChange): Promise<RuleView> =>
    api(`/api/policies/rules/${id}`, { method: "PUT", body: rule, response: ruleViewSchema }),
  switch: (id: string, body: RuleSwitch): Promise<RuleView> =>
    api(`/api/policies/rules/${id}/switch`, { method: "POST", body, response: ruleViewSchema }),
  remove: (id: string, body: RuleRemoval) =>
    api(`/api/policies/rules/${id}`, {
      method: "DELETE",
      body,
      response: z.object({ deleted: z.literal(true) }),
    }),
  block: (slug: string, reason: string) =>
    api(blockPath(slug), { method: "POST", body: { reason }, response: blockAnswer }),
  unblock: (slug: string, reason: string) =>
    api(blockPath(slug), { method: "DELETE", body: { reason }, response: blockAnswer }),
};
