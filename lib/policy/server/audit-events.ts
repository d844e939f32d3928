import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { PolicyRule } from "#lib/policy/schema.ts";
import { ruleFacts } from "#lib/policy/server/list-rules.ts";

type RuleEvent = "rule.created" | "rule.changed" | "rule.switched-on" | "rule.switched-off" | "rule.deleted";

/** Writes a change of a rule with the whole rule before and after it, and why. */
export async function recordRuleEvent(
  viewer: Viewer,
  type: RuleEvent,
  change: { readonly before: PolicyRule | null; readonly after: PolicyRule | null; readonly why: string },
): Promise<void> {
  const rule = change.after ?? change.before;
  if (!rule) return;
  const [before, after] = await Promise.all([
    change.before && ruleFacts(change.before),
    change.after && ruleFacts(change.after),
  ]);
  await recordEvent({
    type,
    actor: { kind: "person", id: viewer.id, name: viewer.name },
    target: { kind: "rule", id: rule.id, name: rule.title },
    domainId: rule.resourceKind === "domain" ? rule.resourceId : null,
    reason: change.why,
    changes: { before, after },
    details: {
      revision: rule.revision,
      ...(rule.resourceKind === "tool" || rule.resourceKind === "model"
        ? { resourceId: rule.resourceId }
        : {}),
    },
  });
}
