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

export async function deleteRule(id: string): Promise<void> {
  await db().policyRule.delete({ where: { id }, select: { id: true } });
}
