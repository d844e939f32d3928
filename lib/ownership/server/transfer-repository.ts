import "server-only";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

const transferColumns = {
  id: true,
  toolId: true,
  fromTeamId: true,
  fromOwnerId: true,
  toTeamId: true,
  toOwnerId: true,
  toDeputyId: true,
  reason: true,
  offeredById: true,
  offeredAt: true,
  status: true,
  answeredById: true,
  answeredAt: true,
  note: true,
} as const satisfies Prisma.OwnershipTransferSelect;
export type TransferRow = Prisma.OwnershipTransferGetPayload<{ select: typeof transferColumns }>;

export async function insertTransfer(data: Prisma.OwnershipTransferUncheckedCreateInput): Promise<void> {
  await db().ownershipTransfer.create({ data, select: { id: true } });
}

export async function transferById(id: string): Promise<TransferRow | null> {
  return db().ownershipTransfer.findUnique({ where: { id }, select: transferColumns });
}

export async function openTransferOf(toolId: string): Promise<TransferRow | null> {
  return db().ownershipTransfer.findUnique({ where: { openFor: toolId }, select: transferColumns });
}

export async function closedTransfersOf(toolId: string, limit: number): Promise<TransferRow[]> {
  return db().ownershipTransfer.findMany({
    where: { toolId, openFor: null },
    orderBy: [{ answeredAt: "desc" }, { id: "desc" }],
    take: limit,
    select: transferColumns,
  });
}

/** Open offers by a condition, the oldest first. */
export async function openTransfers(where: Prisma.OwnershipTransferWhereInput): Promise<TransferRow[]> {
  return db().ownershipTransfer.findMany({
    where: { ...where, openFor: { not: null } },
    orderBy: [{ offeredAt: "asc" }, { id: "asc" }],
    select: transferColumns,
  });
}

export type Closing = {
  readonly status: "accepted" | "declined" | "withdrawn" | "expired";
  readonly answeredById: string | null;
  readonly answeredAt: Date;
  readonly note: string;
};

/** Ends an open offer; false when somebody else did it first. */
export async function closeTransfer(id: string, closing: Closing): Promise<boolean> {
  const { count } = await db().ownershipTransfer.updateMany({
    where: { id, openFor: { not: null } },
    data: { ...closing, openFor: null },
  });
  return count === 1;
}

/** Takes a person out of open offers in which they were to be the deputy. */
export async function dropOfferedDeputy(toDeputyId: string): Promise<void> {
  await db().ownershipTransfer.updateMany({
    where: { toDeputyId, openFor: { not: null } },
    data: { toDeputyId: null },
  });
}
