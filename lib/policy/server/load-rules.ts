import "server-only";
import type { Viewer } from "#lib/identity/schema.ts";
import { type PolicyRule, type PolicySubject, policyRuleSchema } from "#lib/policy/schema.ts";
import { activeRules } from "#lib/policy/server/repository.ts";

/** The rules in force. Read at each decision: a change takes effect with the next call everywhere. */
export async function loadRules(): Promise<PolicyRule[]> {
  return (await activeRules()).map((row) => policyRuleSchema.parse(row));
}

/** What policy may know of the viewer. */
export function subjectOf(viewer: Viewer): PolicySubject {
  return {
    id: viewer.id,
    roles: viewer.roles,
    teamId: viewer.teamId,
    domainId: viewer.domainId,
    leadOf: viewer.leadOf,
  };
}
