import "server-only";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#prisma/generated/client.ts";

export async function insertCall(data: Prisma.ToolCallUncheckedCreateInput): Promise<void> {
  await db().toolCall.create({ data, select: { id: true } });
}

const callColumns = {
  id: true,
  runId: true,
  conversationId: true,
  personId: true,
  toolId: true,
  versionId: true,
  operationName: true,
  channel: true,
  arguments: true,
  schemaHash: true,
  status: true,
  result: true,
  error: true,
  durationMs: true,
  requestId: true,
  createdAt: true,
  source: true,
} as const satisfies Prisma.ToolCallSelect;

export type CallRow = Prisma.ToolCallGetPayload<{ select: typeof callColumns }>;

/** A call of this person; anybody else's is null. */
export async function ownCall(personId: string, id: string): Promise<CallRow | null> {
  return db().toolCall.findFirst({ where: { id, personId }, select: callColumns });
}

/** Moves a call from one status to another; false when it was not in `from` any more. */
export async function moveCall(
  id: string,
  from: string,
  data: Prisma.ToolCallUncheckedUpdateInput,
): Promise<boolean> {
  const { count } = await db().toolCall.updateMany({ where: { id, status: from }, data });
  return count === 1;
}

export function jsonOrNull(value: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return value === undefined || value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue);
}
