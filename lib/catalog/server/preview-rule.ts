import "server-only";
import { allEntries } from "#lib/catalog/server/repository.ts";
import { factsOf } from "#lib/catalog/server/to-dto.ts";
import { dataClassSchema } from "#lib/data-class.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { factsOfActivePeople, type PersonFacts } from "#lib/identity/server/people-facts.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import { type ActiveModel, listActiveModels } from "#lib/models/server/active-models.ts";
import { type RuleEffect, ruleEffectSchema } from "#lib/policy/access.ts";
import { evaluate } from "#lib/policy/evaluate.ts";
import { matchesResource } from "#lib/policy/matching.ts";
import type { RuleDraft } from "#lib/policy/rule-input.ts";
import type { ModelFacts, PolicyResource, PolicyRule } from "#lib/policy/schema.ts";
import { loadRules } from "#lib/policy/server/load-rules.ts";

const mostNames = 5;

/** People and things are asked one by one; beyond this many pairs an answer would come too late to help. */
const mostPairs = 2_000_000;

function modelFacts(row: ActiveModel): ModelFacts {
  const dataClassCeiling = dataClassSchema.parse(row.provider.dataClassCeiling);
  return { kind: "model", id: row.id, name: row.displayName, dataClassCeiling, isActive: row.isActive };
}

function isAllowed(person: PersonFacts, resource: PolicyResource, rules: readonly PolicyRule[]): boolean {
  return evaluate(resource.kind === "model" ? "callModel" : "use", person, resource, rules).allowed;
}

/**
 * Whom a rule would stop or let in if it stood as written, in place of the rule `replaces` or beside all others.
 * @returns null when there are too many people and tools to ask for each pair
 */
export async function previewRule(
  viewer: Viewer,
  draft: RuleDraft,
  replaces: string | null,
): Promise<RuleEffect | null> {
  requirePermission(viewer, "policy:write");
  const [people, entries, models, before] = await Promise.all([
    factsOfActivePeople(),
    allEntries(),
    listActiveModels(),
    loadRules(),
  ]);
  const rule: PolicyRule = { ...draft, id: replaces ?? "", isActive: true, revision: 1 };
  const old = before.find(({ id }) => id === replaces);
  const after = [...before.filter(({ id }) => id !== replaces), rule];
  const things = [...entries.map(factsOf), ...models.map(modelFacts)].filter(
    (thing) => matchesResource(rule, thing) || (old !== undefined && matchesResource(old, thing)),
  );
  if (things.length * people.length > mostPairs) return null;
  const stopped: string[] = [];
  const admitted: string[] = [];
  for (const person of people) {
    const changed = things.map((thing) => {
      const now = isAllowed(person, thing, before);
      return now === isAllowed(person, thing, after) ? null : now;
    });
    if (changed.includes(true)) stopped.push(person.name);
    if (changed.includes(false)) admitted.push(person.name);
  }
  return ruleEffectSchema.parse({
    people: people.length,
    tools: things.length,
    stopped: stopped.length,
    admitted: admitted.length,
    stoppedNames: stopped.toSorted().slice(0, mostNames),
    admittedNames: admitted.toSorted().slice(0, mostNames),
  });
}
