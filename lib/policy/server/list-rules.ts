import "server-only";
import { notFound } from "#lib/errors.ts";
import { roles, type Viewer } from "#lib/identity/schema.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import { ruleSentence } from "#lib/policy/rule-sentence.ts";
import { type PolicyRule, policyRuleSchema, type RuleView, ruleViewSchema } from "#lib/policy/schema.ts";
import { findNames, type RuleViewRow, rulesToShow, ruleToShow } from "#lib/policy/server/repository.ts";

const uuid = /^[0-9a-f-]{36}$/i;
const roleNames = new Map<string, string>(roles.map((role) => [role, role.replaceAll("-", " ")]));

type Names = ReadonlyMap<string, string>;

async function namesFor(
  rows: readonly Pick<RuleViewRow, "subjectIds" | "resourceId" | "ownerId">[],
): Promise<Names> {
  const ids = rows.flatMap((row) => [...row.subjectIds, row.resourceId ?? "", row.ownerId ?? ""]);
  const found = await findNames([...new Set(ids)].filter((id) => uuid.test(id)));
  return new Map([...roleNames, ...found.map(({ id, name }) => [id, name] as const)]);
}

function toView(row: RuleViewRow, names: Names): RuleView {
  const rule = policyRuleSchema.parse(row);
  const named = (id: string) => ({ id, name: names.get(id) ?? id });
  return ruleViewSchema.parse({
    ...rule,
    sentence: ruleSentence(rule, names),
    subjects: rule.subjectIds.map(named),
    resource: rule.resourceId ? named(rule.resourceId) : null,
    owner: row.ownerId ? (names.get(row.ownerId) ?? null) : null,
    reviewAt: row.reviewAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
  });
}

/** Every rule in a sentence, those that are switched off included. */
export async function listRules(viewer: Viewer): Promise<RuleView[]> {
  requirePermission(viewer, "policy:read");
  const rows = await rulesToShow();
  const names = await namesFor(rows);
  return rows.map((row) => toView(row, names));
}

export async function getRule(viewer: Viewer, id: string): Promise<RuleView> {
  requirePermission(viewer, "policy:read");
  const row = await ruleToShow(id);
  if (!row) throw notFound("The rule");
  return toView(row, await namesFor([row]));
}

/** Ids and titles of all rules, for rows that refer to them. */
export async function ruleTitles(viewer: Viewer): Promise<{ id: string; name: string }[]> {
  requirePermission(viewer, "policy:read");
  return (await rulesToShow()).map(({ id, title }) => ({ id, name: title }));
}

/** A rule as the trail keeps it: what it says, in words that stay readable when names have changed. */
export async function ruleFacts(rule: PolicyRule): Promise<Record<string, unknown>> {
  const names = await namesFor([{ ...rule, ownerId: null }]);
  const { title, reason, effect, actions, subjectKind, contact, isActive } = rule;
  return {
    sentence: ruleSentence(rule, names),
    title,
    reason,
    effect,
    actions,
    subjectKind,
    subjects: rule.subjectIds.map((id) => names.get(id) ?? id),
    resourceKind: rule.resourceKind,
    resource: rule.resourceId ? (names.get(rule.resourceId) ?? rule.resourceId) : null,
    contact,
    isActive,
  };
}
