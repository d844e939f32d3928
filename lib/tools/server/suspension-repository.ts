import "server-only";
import { db } from "#lib/db/client.ts";
import { storableJson } from "#lib/storable.ts";
import type { FoundChange, SuspensionEnd } from "#lib/tools/suspension.ts";
import { Prisma } from "#prisma/generated/client.ts";

type SuspensionRow = FoundChange & {
  readonly id: string;
  readonly toolId: string;
  readonly operationName: string;
  readonly openFor: string;
  readonly foundAt: Date;
  readonly source: string;
};

function json(value: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return value === undefined || value === null
    ? Prisma.DbNull
    : (storableJson(value) as Prisma.InputJsonValue);
}

/** Opens a suspension; false when one is open for the operation. */
export async function insertSuspension({ before, after, ...row }: SuspensionRow): Promise<boolean> {
  const data = { ...row, before: json(before), after: json(after) };
  const { count } = await db().operationSuspension.createMany({ data: [data], skipDuplicates: true });
  return count === 1;
}

/** Keeps what was found last in the open suspension; false when that is what it holds already. */
export async function updateFinding(openFor: string, found: FoundChange): Promise<boolean> {
  const { count } = await db().operationSuspension.updateMany({
    where: {
      openFor,
      ...(found.afterHash === null
        ? { afterHash: { not: null } }
        : { OR: [{ afterHash: null }, { afterHash: { not: found.afterHash } }] }),
    },
    data: { reason: found.reason, after: json(found.after), afterHash: found.afterHash },
  });
  return count === 1;
}

type End = { readonly at: Date; readonly reason: SuspensionEnd; readonly byId: string | null };

/** Ends the open suspension of an operation; false when there is none. */
export async function closeSuspension(openFor: string, { at, reason, byId }: End): Promise<boolean> {
  const { count } = await db().operationSuspension.updateMany({
    where: { openFor },
    data: { openFor: null, endedAt: at, endedReason: reason, endedById: byId },
  });
  return count === 1;
}

export async function openSuspensions(toolId: string) {
  return db().operationSuspension.findMany({
    where: { toolId, openFor: { not: null } },
    orderBy: [{ foundAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      operationName: true,
      reason: true,
      before: true,
      after: true,
      afterHash: true,
      foundBy: true,
      foundAt: true,
      source: true,
    },
  });
}

/** Whether a document behind the tool was not read since `before`. */
export async function hasStaleContract(toolId: string, before: Date): Promise<boolean> {
  const row = await db().toolContract.findFirst({
    where: {
      toolId,
      kind: "openapi",
      address: { not: null },
      OR: [{ checkedAt: null }, { checkedAt: { lt: before } }],
    },
    select: { id: true },
  });
  return row !== null;
}
