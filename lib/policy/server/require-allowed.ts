import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { AppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { evaluate } from "#lib/policy/evaluate.ts";
import type {
  Decision,
  PolicyAction,
  PolicyContext,
  PolicyResource,
  PolicyRule,
} from "#lib/policy/schema.ts";
import { loadRules, subjectOf } from "#lib/policy/server/load-rules.ts";

/** The decision for a viewer under the rules of the moment. */
export async function decide(
  viewer: Viewer,
  action: PolicyAction,
  resource: PolicyResource,
  context: PolicyContext = {},
  rules?: readonly PolicyRule[],
): Promise<Decision> {
  return evaluate(action, subjectOf(viewer), resource, rules ?? (await loadRules()), context);
}

/** Where a refusal happened. */
export type RefusalPlace = { readonly conversationId?: string; readonly runId?: string };

/** Writes a refusal to the trail. */
export async function recordRefusal(
  viewer: Viewer,
  action: PolicyAction,
  resource: PolicyResource,
  decision: Decision,
  place: RefusalPlace = {},
): Promise<void> {
  await recordEvent({
    type: "policy.refused",
    actor: { kind: "person", id: viewer.id, name: viewer.name },
    ...(resource.kind === "portal"
      ? {}
      : { target: { kind: resource.kind, id: resource.id, name: resource.name } }),
    domainId: "domainId" in resource ? resource.domainId : null,
    outcome: "refused",
    reason: decision.reason,
    ruleIds: decision.ruleIds,
    details: { action, basis: decision.basis },
    ...(place.conversationId ? { conversationId: place.conversationId } : {}),
    ...(place.runId ? { runId: place.runId } : {}),
  });
}

/** The refusal as an error for the person: the rule's own words and whom to ask. */
export function refusalError(decision: Decision): AppError {
  return new AppError("refused-by-policy", decision.reason, {
    mend: decision.contact ? `Ask ${decision.contact}.` : "Ask the tool's owner or an administrator.",
    details: { basis: decision.basis, ruleIds: decision.ruleIds },
  });
}

/** Lets the action pass, or writes the refusal to the trail and throws it. */
export async function requireAllowed(
  viewer: Viewer,
  action: PolicyAction,
  resource: PolicyResource,
  context: PolicyContext = {},
  place: RefusalPlace = {},
): Promise<void> {
  const decision = await decide(viewer, action, resource, context);
  if (decision.allowed) return;
  await recordRefusal(viewer, action, resource, decision, place);
  throw refusalError(decision);
}
