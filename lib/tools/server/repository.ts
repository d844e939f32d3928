import "server-only";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#prisma/generated/client.ts";

export async function insertCall(data: Prisma.ToolCallUncheckedCreateInput): Promise<void> {
  await db().toolCall.create({ data, select: { id: true } });
}

/** A call of this person; anybody else's is null. */
export async function ownCall(personId: string, id: string) {
  return db().toolCall.findFirst({
    where: { id, personId },
    select: { id: true, toolId: true, operationName: true, arguments: true },
  });
}

/** Moves a call of this person from one status to another; false when it was not in `from` any more. */
export async function moveCall(
  personId: string,
  id: string,
  from: string,
  data: Prisma.ToolCallUncheckedUpdateInput,
): Promise<boolean> {
  const { count } = await db().toolCall.updateMany({ where: { id, personId, status: from }, data });
  return count === 1;
}

export function jsonOrNull(value: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return value === undefined || value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue);
}
