import type { RuleDraft } from "#lib/policy/rule-input.ts";
import type { RuleView } from "#lib/policy/schema.ts";

/** What a new rule begins with: the commonest kind, about one tool, for some teams. */
const emptyRule: RuleDraft = {
  title: "",
  reason: "",
  effect: "only",
  actions: ["use"],
  subjectKind: "team",
  subjectIds: [],
  resourceKind: "tool",
  resourceId: null,
  contact: "",
};

/** The form's values for a rule that exists, or for a new one. */
export function draftOf(rule: RuleView | null): RuleDraft {
  if (!rule) return emptyRule;
  const { title, reason, effect, actions, subjectKind, subjectIds, resourceKind, resourceId, contact } = rule;
  return { title, reason, effect, actions, subjectKind, subjectIds, resourceKind, resourceId, contact };
}

/** Applies a change to the form; what no longer fits the new choice falls away with it. */
export function changed(draft: RuleDraft, change: Partial<RuleDraft>): RuleDraft {
  const next = { ...draft, ...change };
  if (change.subjectKind && change.subjectKind !== draft.subjectKind) next.subjectIds = [];
  if (next.subjectKind === "everyone") next.effect = "forbid";
  if (change.resourceKind && change.resourceKind !== draft.resourceKind) {
    next.resourceId = null;
    const isAboutModel = change.resourceKind === "model";
    if (isAboutModel !== (draft.resourceKind === "model"))
      next.actions = isAboutModel ? ["callModel"] : ["use"];
  }
  return next;
}

/** Whether enough is filled in to say the rule in a sentence and to count whom it concerns. */
export function isSayable(draft: RuleDraft): boolean {
  return (
    draft.actions.length > 0 &&
    (draft.subjectKind === "everyone" || draft.subjectIds.length > 0) &&
    (draft.resourceKind === "every-tool" || draft.resourceId !== null)
  );
}
