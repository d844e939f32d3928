import "server-only";
import type { Viewer } from "#lib/identity/schema.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import { type PolicyRule, policyRuleSchema } from "#lib/policy/schema.ts";
import { allRules } from "#lib/policy/server/repository.ts";

/** Every rule, those that are switched off included. */
export async function listRules(viewer: Viewer): Promise<PolicyRule[]> {
  requirePermission(viewer, "policy:read");
  return (await allRules()).map((row) => policyRuleSchema.parse(row));
}

/** Ids and titles of all rules, for rows that refer to them. */
export async function ruleTitles(viewer: Viewer): Promise<{ id: string; name: string }[]> {
  return (await listRules(viewer)).map(({ id, title }) => ({ id, name: title }));
}
