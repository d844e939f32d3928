import fc from "fast-check";
import { expect, test } from "vitest";
import { clauseTest } from "#lib/catalog/server/clause-test.ts";
import { evaluate } from "#lib/policy/evaluate.ts";
import {
  type PolicyRule,
  type PolicySubject,
  resourceKinds,
  ruleActions,
  ruleEffects,
  subjectKinds,
  type ToolFacts,
} from "#lib/policy/schema.ts";
import { type ToolClause, visibleTools } from "#lib/policy/visible-tools.ts";

const id = fc.constantFrom("a", "b", "c");
const perhaps = fc.option(id, { nil: null });

const tools: fc.Arbitrary<ToolFacts> = fc.record({
  kind: fc.constant("tool" as const),
  id,
  name: fc.constant("A tool"),
  domainId: id,
  teamId: perhaps,
  ownerId: perhaps,
  deputyId: perhaps,
  createdById: perhaps,
  audience: fc.constantFrom("only-me", "team", "domain", "everyone"),
  lifecycle: fc.constantFrom("draft", "in-review", "published", "deprecated", "retired"),
  isBlocked: fc.boolean(),
  blockedReason: fc.constant(null),
  dataClass: fc.constant("internal" as const),
});
const subjects: fc.Arbitrary<PolicySubject> = fc.record({
  id,
  roles: fc.subarray(["employee", "owner", "admin"]),
  teamId: perhaps,
  domainId: perhaps,
  leadOf: fc.subarray(["a", "b", "c"]),
});
const rules: fc.Arbitrary<PolicyRule> = fc.record({
  id: fc.uuid(),
  title: fc.constant("A rule"),
  reason: fc.constant("So it is."),
  effect: fc.constantFrom(...ruleEffects),
  actions: fc.subarray([...ruleActions]),
  subjectKind: fc.constantFrom(...subjectKinds),
  subjectIds: fc.subarray(["a", "b", "owner"]),
  resourceKind: fc.constantFrom(...resourceKinds),
  resourceId: perhaps,
  contact: fc.constant(""),
  isActive: fc.boolean(),
  revision: fc.constant(1),
});

test.each(["discover", "use"] as const)(
  "%s: the filter in memory allows what the decision allows",
  (action) => {
    fc.assert(
      fc.property(subjects, fc.array(rules, { maxLength: 4 }), tools, (subject, active, tool) => {
        const allows = clauseTest(visibleTools(action, subject, active));
        expect(allows(tool)).toBe(evaluate(action, subject, tool, active).allowed);
      }),
      { numRuns: 2000 },
    );
  },
);

test("a filter that it does not know stops it, rather than letting everything pass", () => {
  const unknown = { riskTier: "high" } as unknown as ToolClause;
  expect(() => clauseTest({ AND: [unknown] })).toThrow("riskTier");
});
