import "server-only";
import type { ToolFacts } from "#lib/policy/schema.ts";
import type { ToolClause } from "#lib/policy/visible-tools.ts";

export type FactsTest = (facts: ToolFacts) => boolean;

function anyOf(value: string | { readonly in: readonly string[] }): (found: string) => boolean {
  if (typeof value === "string") return (found) => found === value;
  const values = new Set(value.in);
  return (found) => values.has(found);
}

function ownershipTest({ teamId, ownerId, deputyId }: NonNullable<ToolClause["ownership"]>["is"]): FactsTest {
  return (facts) =>
    (teamId === undefined || facts.teamId === teamId) &&
    (ownerId === undefined ||
      (typeof ownerId === "string" ? facts.ownerId === ownerId : facts.ownerId !== null)) &&
    (deputyId === undefined || facts.deputyId === deputyId);
}

function lifecycleTest(lifecycle: NonNullable<ToolClause["lifecycle"]>): FactsTest {
  if ("in" in lifecycle) return (facts) => lifecycle.in.includes(facts.lifecycle);
  return (facts) => !lifecycle.notIn.includes(facts.lifecycle);
}

/** The filter of `visibleTools` as a test on facts in memory: the same tools as in the database. */
export function clauseTest(clause: ToolClause): FactsTest {
  const { AND, OR, NOT, id, domainId, audience, createdById, blockedAt, lifecycle, ownership, ...unknown } =
    clause;
  if (Object.keys(unknown).length > 0)
    throw new Error(`A filter of tools speaks of ${Object.keys(unknown).join(", ")}.`);
  const tests: FactsTest[] = (AND ?? []).map(clauseTest);
  if (OR) {
    const some = OR.map(clauseTest);
    tests.push((facts) => some.some((test) => test(facts)));
  }
  if (NOT) {
    const none = NOT.map(clauseTest);
    tests.push((facts) => !none.some((test) => test(facts)));
  }
  if (id !== undefined) {
    const fits = anyOf(id);
    tests.push((facts) => fits(facts.id));
  }
  if (domainId !== undefined) {
    const fits = anyOf(domainId);
    tests.push((facts) => fits(facts.domainId));
  }
  if (audience !== undefined) tests.push((facts) => facts.audience === audience);
  if (createdById !== undefined) tests.push((facts) => facts.createdById === createdById);
  if (blockedAt !== undefined) tests.push((facts) => !facts.isBlocked);
  if (lifecycle) tests.push(lifecycleTest(lifecycle));
  if (ownership) tests.push(ownershipTest(ownership.is));
  return (facts) => tests.every((test) => test(facts));
}
