import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { audiences, lifecycles } from "#lib/catalog/schema.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import { evaluate } from "#lib/policy/evaluate.ts";
import {
  type PolicyRule,
  type PolicySubject,
  ruleEffects,
  subjectKinds,
  type ToolFacts,
} from "#lib/policy/schema.ts";
import { visibleTools } from "#lib/policy/visible-tools.ts";

testDatabase();

const domains = [newId(), newId()] as const;
const teams = [newId(), newId(), newId()] as const;
const people = [newId(), newId(), newId(), newId()] as const;
const roles = ["employee", "owner", "auditor", "admin"] as const;
const tools: ToolFacts[] = [];

function pick<T>(list: readonly T[], at: number): T {
  return list[at % list.length] as T;
}

/** Every audience, lifecycle, block and owner, spread so that all pairs occur. */
function makeTools(): ToolFacts[] {
  return Array.from({ length: 120 }, (_, at): ToolFacts => {
    const hasOwnership = at % 7 !== 0;
    return {
      kind: "tool",
      id: newId(),
      name: `Tool ${at}`,
      domainId: pick(domains, Math.floor(at / 3)),
      teamId: hasOwnership ? pick(teams, Math.floor(at / 2)) : null,
      ownerId: hasOwnership && at % 3 !== 0 ? pick(people, at) : null,
      deputyId: hasOwnership && at % 4 !== 0 ? pick(people, Math.floor(at / 5)) : null,
      createdById: at % 5 === 0 ? pick(people, Math.floor(at / 4)) : null,
      audience: pick(audiences, at),
      lifecycle: pick(lifecycles, Math.floor(at / 4)),
      isBlocked: at % 6 === 0,
      blockedReason: null,
      dataClass: "internal",
    };
  });
}

beforeAll(async () => {
  await db().domain.createMany({ data: domains.map((id, at) => ({ id, slug: `d${at}`, name: `D${at}` })) });
  await db().team.createMany({
    data: teams.map((id, at) => ({ id, slug: `t${at}`, name: `T${at}`, domainId: pick(domains, at) })),
  });
  await db().person.createMany({
    data: people.map((id, at) => ({ id, email: `p${at}@example.org`, name: `P${at}` })),
  });
  tools.push(...makeTools());
  await db().tool.createMany({
    data: tools.map((tool, at) => ({
      id: tool.id,
      slug: `tool-${at}`,
      name: tool.name,
      kind: "link",
      domainId: tool.domainId,
      audience: tool.audience,
      lifecycle: tool.lifecycle,
      createdById: tool.createdById,
      blockedAt: tool.isBlocked ? new Date() : null,
    })),
  });
  await db().ownership.createMany({
    data: tools.flatMap((tool) =>
      tool.teamId
        ? [{ toolId: tool.id, teamId: tool.teamId, ownerId: tool.ownerId, deputyId: tool.deputyId }]
        : [],
    ),
  });
});

const subject: fc.Arbitrary<PolicySubject> = fc.record({
  id: fc.constantFrom(...people, newId()),
  roles: fc.subarray([...roles]),
  teamId: fc.option(fc.constantFrom(...teams)),
  domainId: fc.option(fc.constantFrom(...domains)),
  leadOf: fc.subarray([...domains]),
});

const anyRule: fc.Arbitrary<PolicyRule> = fc
  .record({
    effect: fc.constantFrom(...ruleEffects),
    actions: fc.subarray(["discover", "use"] as const, { minLength: 1 }),
    subjectKind: fc.constantFrom(...subjectKinds),
    chosen: fc.subarray([0, 1, 2, 3], { minLength: 1 }),
    resourceKind: fc.constantFrom("every-tool", "domain", "tool", "model"),
    resourceAt: fc.nat({ max: 119 }),
    isActive: fc.boolean(),
  })
  .map(({ chosen, resourceAt, ...rule }) => {
    const pools = { everyone: [], domain: domains, team: teams, role: roles, person: people } as const;
    const pool: readonly string[] = pools[rule.subjectKind];
    return {
      ...rule,
      id: newId(),
      title: "A rule",
      reason: "Because.",
      subjectIds: pool.length === 0 ? [] : chosen.map((at) => pick(pool, at)),
      resourceId:
        rule.resourceKind === "domain"
          ? pick(domains, resourceAt)
          : rule.resourceKind === "tool"
            ? pick(tools, resourceAt).id
            : null,
      contact: "",
      revision: 1,
    };
  });

describe("visibleTools", () => {
  it.each(["discover", "use"] as const)(
    "selects exactly the tools that evaluate(%s) allows",
    async (action) => {
      let seen = 0;
      await fc.assert(
        fc.asyncProperty(subject, fc.array(anyRule, { maxLength: 6 }), async (who, rules) => {
          const rows = await db().tool.findMany({
            where: visibleTools(action, who, rules),
            select: { id: true },
          });
          const decided = tools
            .filter((tool) => evaluate(action, who, tool, rules).allowed)
            .map((tool) => tool.id);
          seen += decided.length;
          expect(rows.map((row) => row.id).sort()).toEqual(decided.sort());
        }),
        { numRuns: 120 },
      );
      expect(seen).toBeGreaterThan(500);
    },
  );
});
