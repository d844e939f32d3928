import "server-only";
import { db } from "#lib/db/client.ts";
import { storableJson } from "#lib/storable.ts";
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

/** Calls of a run that wait for the person or are on their way. */
export async function openCallsOfRun(runId: string) {
  return db().toolCall.findMany({
    where: { runId, status: { in: ["waiting-approval", "running"] } },
    orderBy: { id: "asc" },
    select: { id: true, status: true, toolId: true, operationName: true, channel: true },
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

/** A stretch of the text of a result of this person's call, and the length of the whole, both in code points. */
export async function resultText(
  personId: string,
  id: string,
  offset: number,
  length: number,
): Promise<{ text: string; length: number } | null> {
  const [row] = await db().$queryRaw<{ text: string; length: number }[]>`
    SELECT substr(whole, ${offset + 1}::int, ${length}::int) AS text, char_length(whole) AS length
    FROM (
      SELECT coalesce(overflow, result ->> 'content', '') AS whole
      FROM tool_call
      WHERE id = ${id}::uuid AND person_id = ${personId}::uuid AND result IS NOT NULL
    ) AS own`;
  return row ?? null;
}

export function jsonOrNull(value: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return value === undefined || value === null
    ? Prisma.DbNull
    : (storableJson(value) as Prisma.InputJsonValue);
}
