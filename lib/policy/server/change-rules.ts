import "server-only";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError, invalidInput, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import type { NewRule, RuleChange, RuleDraft, RuleRemoval, RuleSwitch } from "#lib/policy/rule-input.ts";
import { type PolicyRule, policyRuleSchema, type RuleView } from "#lib/policy/schema.ts";
import { recordRuleEvent } from "#lib/policy/server/audit-events.ts";
import { getRule } from "#lib/policy/server/list-rules.ts";
import { deleteRule, findNames, insertRule, ruleToShow, updateRule } from "#lib/policy/server/repository.ts";

async function requireKnownNames(rule: RuleDraft): Promise<void> {
  const subjects = rule.subjectKind === "role" || rule.subjectKind === "everyone" ? [] : rule.subjectIds;
  const known = new Set(
    (await findNames([...subjects, ...(rule.resourceId ? [rule.resourceId] : [])])).map(({ id }) => id),
  );
  if (subjects.some((id) => !known.has(id))) {
    throw invalidInput(
      "subjectIds",
      "One of those whom the rule names does not exist any more. Choose again.",
    );
  }
  if (rule.resourceId && !known.has(rule.resourceId)) {
    throw invalidInput("resourceId", "What the rule is about does not exist any more. Choose again.");
  }
}

async function currentRule(id: string, revision: number): Promise<PolicyRule> {
  const row = await ruleToShow(id);
  if (!row) throw notFound("The rule");
  if (row.revision !== revision) throw changedMeanwhile(row.title);
  return policyRuleSchema.parse(row);
}

function changedMeanwhile(title: string): AppError {
  return new AppError("conflict", `Somebody changed the rule “${title}” while you were looking at it.`, {
    mend: "Read it again, and change it then.",
  });
}

function fieldsOf({ subjectIds, actions, ...rest }: RuleDraft) {
  return { ...rest, subjectIds: [...subjectIds], actions: [...actions] };
}

/** Makes a rule; it holds from the next decision on. */
export async function createRule(viewer: Viewer, { why, ...draft }: NewRule): Promise<RuleView> {
  requirePermission(viewer, "policy:write");
  await requireKnownNames(draft);
  const at = now();
  const rule: PolicyRule = { id: newId(at), ...fieldsOf(draft), isActive: true, revision: 1 };
  await transaction(async () => {
    await insertRule({ ...rule, ownerId: viewer.id, createdAt: at, updatedAt: at });
    await recordRuleEvent(viewer, "rule.created", { before: null, after: rule, why });
  });
  return getRule(viewer, rule.id);
}

/** Changes what a rule says, if nobody changed it since it was read. */
export async function changeRule(viewer: Viewer, id: string, input: RuleChange): Promise<RuleView> {
  requirePermission(viewer, "policy:write");
  const { why, revision, ...draft } = input;
  await transaction(async () => {
    const before = await currentRule(id, revision);
    await requireKnownNames(draft);
    const after: PolicyRule = { ...before, ...fieldsOf(draft), revision: revision + 1 };
    if (!(await updateRule(id, revision, { ...fieldsOf(draft), updatedAt: now() })))
      throw changedMeanwhile(before.title);
    await recordRuleEvent(viewer, "rule.changed", { before, after, why });
  });
  return getRule(viewer, id);
}

/** Switches a rule off, or on again. */
export async function switchRule(viewer: Viewer, id: string, input: RuleSwitch): Promise<RuleView> {
  requirePermission(viewer, "policy:write");
  const { isActive, revision, why } = input;
  await transaction(async () => {
    const before = await currentRule(id, revision);
    if (before.isActive === isActive) {
      throw new AppError("conflict", `The rule is switched ${isActive ? "on" : "off"} already.`);
    }
    if (!(await updateRule(id, revision, { isActive, updatedAt: now() })))
      throw changedMeanwhile(before.title);
    const after = { ...before, isActive, revision: revision + 1 };
    await recordRuleEvent(viewer, isActive ? "rule.switched-on" : "rule.switched-off", {
      before,
      after,
      why,
    });
  });
  return getRule(viewer, id);
}

/** Deletes a rule for good; the trail keeps what it said. */
export async function removeRule(viewer: Viewer, id: string, { revision, why }: RuleRemoval): Promise<void> {
  requirePermission(viewer, "policy:write");
  await transaction(async () => {
    const before = await currentRule(id, revision);
    if (!(await deleteRule(id, revision))) throw changedMeanwhile(before.title);
    await recordRuleEvent(viewer, "rule.deleted", { before, after: null, why });
  });
}
