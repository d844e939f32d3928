import "server-only";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

export const ruleColumns = {
  id: true,
  title: true,
  reason: true,
  effect: true,
  actions: true,
  subjectKind: true,
  subjectIds: true,
  resourceKind: true,
  resourceId: true,
  contact: true,
  isActive: true,
  revision: true,
} as const satisfies Prisma.PolicyRuleSelect;

export async function activeRules() {
  return db().policyRule.findMany({ where: { isActive: true }, orderBy: { id: "asc" }, select: ruleColumns });
}

export async function allRules() {
  return db().policyRule.findMany({
    orderBy: [{ resourceKind: "asc" }, { title: "asc" }],
    select: ruleColumns,
  });
}

export async function findRule(id: string) {
  return db().policyRule.findUnique({ where: { id }, select: ruleColumns });
}

export const ruleViewColumns = {
  ...ruleColumns,
  ownerId: true,
  reviewAt: true,
  updatedAt: true,
} as const satisfies Prisma.PolicyRuleSelect;
export type RuleViewRow = Prisma.PolicyRuleGetPayload<{ select: typeof ruleViewColumns }>;

export async function rulesToShow(): Promise<RuleViewRow[]> {
  return db().policyRule.findMany({
    orderBy: [{ resourceKind: "asc" }, { title: "asc" }, { id: "asc" }],
    select: ruleViewColumns,
  });
}

export async function ruleToShow(id: string): Promise<RuleViewRow | null> {
  return db().policyRule.findUnique({ where: { id }, select: ruleViewColumns });
}

/** Names of whatever a rule may speak of, by id. */
export async function findNames(ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  const where = { id: { in: [...ids] } };
  const select = { id: true, name: true } as const;
  const [domains, teams, people, tools, models] = await Promise.all([
    db().domain.findMany({ where, select }),
    db().team.findMany({ where, select }),
    db().person.findMany({ where, select }),
    db().tool.findMany({ where, select }),
    db().model.findMany({ where, select: { id: true, displayName: true } }),
  ]);
  return [
    ...domains,
    ...teams,
    ...people,
    ...tools,
    ...models.map(({ id, displayName }) => ({ id, name: displayName })),
  ];
}

export async function insertRule(data: Prisma.PolicyRuleUncheckedCreateInput): Promise<void> {
  await db().policyRule.create({ data, select: { id: true } });
}

/** Changes a rule only if nobody changed it since `revision` was read. */
export async function updateRule(
  id: string,
  revision: number,
  data: Prisma.PolicyRuleUncheckedUpdateInput,
): Promise<boolean> {
  const { count } = await db().policyRule.updateMany({
    where: { id, revision },
    data: { ...data, revision: { increment: 1 } },
  });
  return count === 1;
}

/** Deletes a rule only if nobody changed it since `revision` was read. */
export async function deleteRule(id: string, revision: number): Promise<boolean> {
  return (await db().policyRule.deleteMany({ where: { id, revision } })).count === 1;
}
