import "server-only";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import type { ToolClause } from "#lib/policy/visible-tools.ts";
import type { Prisma } from "#prisma/generated/client.ts";

const sampleRule = () => (env().isDemo ? {} : { source: "live" });

export async function toolToRate(where: { slug: string } | { id: string }, clause: ToolClause) {
  return db().tool.findFirst({
    where: { AND: [where, clause] },
    select: {
      id: true,
      slug: true,
      name: true,
      domainId: true,
      riskTier: true,
      audience: true,
      lifecycle: true,
      dataClass: true,
      createdById: true,
      blockedAt: true,
      blockedReason: true,
      ownership: { select: { teamId: true, ownerId: true, deputyId: true } },
      currentVersion: { select: { version: true } },
    },
  });
}

export async function insertReview(data: Prisma.ToolReviewUncheckedCreateInput): Promise<void> {
  await db().toolReview.create({ data, select: { id: true } });
}

export async function insertVerification(data: Prisma.DocsVerificationUncheckedCreateInput): Promise<void> {
  await db().docsVerification.create({ data, select: { id: true } });
}

export async function insertDispute(data: Prisma.TrustDisputeUncheckedCreateInput): Promise<void> {
  await db().trustDispute.create({ data, select: { id: true } });
}

const disputeColumns = {
  id: true,
  toolId: true,
  component: true,
  text: true,
  openedById: true,
  openedBy: true,
  openedAt: true,
  outcome: true,
  settlement: true,
  settledBy: true,
  settledAt: true,
} as const;

export async function disputesOf(toolId: string) {
  return db().trustDispute.findMany({
    where: { toolId, ...sampleRule() },
    orderBy: [{ openedAt: "desc" }, { id: "desc" }],
    take: 50,
    select: disputeColumns,
  });
}

export async function disputeById(id: string) {
  return db().trustDispute.findUnique({ where: { id }, select: disputeColumns });
}

/** Whether a person waits for the settlement of a dispute about this component already. */
export async function hasOpenDispute(
  toolId: string,
  component: string,
  openedById: string,
): Promise<boolean> {
  const where = { toolId, component, openedById, settledAt: null };
  return (await db().trustDispute.findFirst({ where, select: { id: true } })) !== null;
}

export type Settlement = {
  readonly outcome: string;
  readonly settlement: string;
  readonly settledById: string;
  readonly settledBy: string;
  readonly settledAt: Date;
};

/** False when somebody else has settled it already. */
export async function setSettlement(id: string, settlement: Settlement): Promise<boolean> {
  return (
    (await db().trustDispute.updateMany({ where: { id, settledAt: null }, data: settlement })).count === 1
  );
}

export async function insertExemption(data: Prisma.TrustExemptionUncheckedCreateInput): Promise<void> {
  await db().trustExemption.create({ data, select: { id: true } });
}

const exemptionColumns = {
  id: true,
  toolId: true,
  gate: true,
  reason: true,
  grantedBy: true,
  grantedAt: true,
  expiresAt: true,
  endedAt: true,
} as const;

export async function exemptionsOf(toolId: string, at: Date) {
  return db().trustExemption.findMany({
    where: { toolId, endedAt: null, expiresAt: { gt: at }, ...sampleRule() },
    orderBy: { expiresAt: "asc" },
    select: exemptionColumns,
  });
}

export async function exemptionById(id: string) {
  return db().trustExemption.findUnique({ where: { id }, select: exemptionColumns });
}

/** False when it had ended already. */
export async function endExemptionAt(id: string, endedAt: Date): Promise<boolean> {
  const where = { id, endedAt: null, expiresAt: { gt: endedAt } };
  return (await db().trustExemption.updateMany({ where, data: { endedAt } })).count === 1;
}

/** Address and name of those of some tools that a clause lets through. */
export async function namesOfVisible(
  toolIds: readonly string[],
  clause: ToolClause,
): Promise<ReadonlyMap<string, { slug: string; name: string }>> {
  const rows = await db().tool.findMany({
    where: { AND: [{ id: { in: [...toolIds] } }, clause] },
    select: { id: true, slug: true, name: true },
  });
  return new Map(rows.map(({ id, ...tool }) => [id, tool]));
}

const toolOfMatter = { select: { slug: true, name: true } } as const;

/** Disputes that nobody has settled, oldest first. */
export async function openDisputes(clause: ToolClause, limit: number) {
  return db().trustDispute.findMany({
    where: { settledAt: null, ...sampleRule(), tool: clause },
    orderBy: [{ openedAt: "asc" }, { id: "asc" }],
    take: limit,
    select: { id: true, component: true, text: true, openedBy: true, openedAt: true, tool: toolOfMatter },
  });
}

/** Exemptions that hold at a moment, the one that ends next first. */
export async function livingExemptions(clause: ToolClause, at: Date, limit: number) {
  return db().trustExemption.findMany({
    where: { endedAt: null, expiresAt: { gt: at }, ...sampleRule(), tool: clause },
    orderBy: [{ expiresAt: "asc" }, { id: "asc" }],
    take: limit,
    select: { id: true, gate: true, reason: true, grantedBy: true, expiresAt: true, tool: toolOfMatter },
  });
}
