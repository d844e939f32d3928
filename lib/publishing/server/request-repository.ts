import "server-only";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

const decisions = {
  orderBy: { decidedAt: "asc" },
  select: { capacity: true, outcome: true, note: true, decidedById: true, decidedBy: true, decidedAt: true },
} as const satisfies Prisma.ReleaseRequest$decisionsArgs;

type NewRequest = Omit<Prisma.ReleaseRequestUncheckedCreateInput, "operations"> & {
  readonly operations: readonly unknown[];
};

export async function insertRequest({ operations, ...data }: NewRequest): Promise<void> {
  const rows = operations as Prisma.InputJsonValue;
  await db().releaseRequest.create({ data: { ...data, operations: rows }, select: { id: true } });
}

/** The request of a tool that waits for an answer. */
export async function openRequestOf(toolId: string) {
  return db().releaseRequest.findUnique({
    where: { openFor: toolId },
    select: { id: true, version: true, draftRevision: true, requestedById: true },
  });
}

/** A request with all that is in it. Who may read it is decided by the caller. */
export async function unsafeRequest(id: string) {
  return db().releaseRequest.findUnique({ where: { id }, include: { decisions } });
}

/** Requests without their content, newest first. Who may see which is decided by the caller. */
export async function unsafeRequests(where: Prisma.ReleaseRequestWhereInput, take: number) {
  return db().releaseRequest.findMany({
    where,
    orderBy: { requestedAt: "desc" },
    take,
    select: {
      id: true,
      toolId: true,
      version: true,
      notes: true,
      approvals: true,
      status: true,
      checks: true,
      requestedById: true,
      requestedBy: true,
      requestedAt: true,
      closedAt: true,
      decisions,
    },
  });
}

export async function insertDecision(data: Prisma.ReleaseDecisionUncheckedCreateInput): Promise<void> {
  await db().releaseDecision.create({ data, select: { id: true } });
}

/** Ends a request that is open; false when somebody was faster. */
export async function closeRequest(id: string, status: string, closedAt: Date): Promise<boolean> {
  const { count } = await db().releaseRequest.updateMany({
    where: { id, status: "in-review" },
    data: { status, closedAt, openFor: null },
  });
  return count === 1;
}
