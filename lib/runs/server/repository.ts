import "server-only";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { newId } from "#lib/db/uuid.ts";
import type { RunEvent, RunStatus } from "#lib/runs/schema.ts";
import { runEventPayloadSchema } from "#lib/runs/schema.ts";
import { storableJson } from "#lib/storable.ts";
import { Prisma } from "#prisma/generated/client.ts";

export const runColumns = {
  id: true,
  conversationId: true,
  messageId: true,
  userMessageId: true,
  personId: true,
  sessionId: true,
  status: true,
  modelName: true,
  decision: true,
  state: true,
  parts: true,
  error: true,
  lastSequence: true,
  startedAt: true,
  finishedAt: true,
  stopRequestedAt: true,
  source: true,
} as const satisfies Prisma.RunSelect;

export type RunRow = Prisma.RunGetPayload<{ select: typeof runColumns }>;

export async function insertRun(data: Prisma.RunUncheckedCreateInput): Promise<void> {
  await db().run.create({ data, select: { id: true } });
}

/** A run of this person; anybody else's is null. */
export async function ownRun(personId: string, id: string): Promise<RunRow | null> {
  return db().run.findFirst({ where: { id, personId }, select: runColumns });
}

/** Without `state`, which holds a copy of the conversation. */
const { state: _state, ...shownColumns } = runColumns;

export type ShownRunRow = Prisma.RunGetPayload<{ select: typeof shownColumns }>;

export async function runsOfConversation(conversationId: string): Promise<ShownRunRow[]> {
  return db().run.findMany({
    where: { conversationId },
    orderBy: { startedAt: "asc" },
    select: shownColumns,
  });
}

export async function partsOfRuns(
  ids: readonly string[],
): Promise<{ id: string; parts: Prisma.JsonValue }[]> {
  return db().run.findMany({ where: { id: { in: [...ids] } }, select: { id: true, parts: true } });
}

export async function countRunning(conversationId: string): Promise<number> {
  return db().run.count({ where: { conversationId, status: "running" } });
}

export async function updateRun(id: string, data: Prisma.RunUncheckedUpdateInput): Promise<void> {
  await db().run.update({ where: { id }, data, select: { id: true } });
}

/** Takes a run from one status to another; false when somebody else was first. */
export async function moveRun(
  id: string,
  from: RunStatus,
  data: Prisma.RunUncheckedUpdateInput,
): Promise<boolean> {
  const { count } = await db().run.updateMany({ where: { id, status: from }, data });
  return count === 1;
}

export async function insertEvents(runId: string, events: readonly RunEvent[]): Promise<void> {
  const createdAt = now();
  await db().runEvent.createMany({
    data: events.map(({ sequence, payload }) => ({
      id: newId(createdAt),
      runId,
      sequence,
      kind: payload.kind,
      payload: payload as Prisma.InputJsonObject,
      createdAt,
    })),
  });
}

export async function eventsAfter(runId: string, after: number): Promise<RunEvent[]> {
  const rows = await db().runEvent.findMany({
    where: { runId, sequence: { gt: after } },
    orderBy: { sequence: "asc" },
    select: { sequence: true, payload: true },
  });
  return rows.map((row) => ({ sequence: row.sequence, payload: runEventPayloadSchema.parse(row.payload) }));
}

export async function beat(ids: readonly string[], at: Date): Promise<void> {
  await db().run.updateMany({ where: { id: { in: [...ids] } }, data: { heartbeatAt: at } });
}

/** Of these runs, the ids of those that somebody asked to stop. */
export async function runsToStop(ids: readonly string[]): Promise<string[]> {
  const where = { id: { in: [...ids] }, stopRequestedAt: { not: null } };
  return (await db().run.findMany({ where, select: { id: true } })).map((row) => row.id);
}

export async function silentRuns(before: Date): Promise<RunRow[]> {
  return db().run.findMany({
    where: { status: "running", heartbeatAt: { lt: before } },
    select: runColumns,
    take: 100,
  });
}

const approvalColumns = {
  id: true,
  callId: true,
  runId: true,
  personId: true,
  schemaHash: true,
  argumentsHash: true,
  state: true,
} as const satisfies Prisma.ApprovalSelect;

export async function insertApproval(data: Prisma.ApprovalUncheckedCreateInput): Promise<void> {
  await db().approval.create({ data, select: { id: true } });
}

export async function approvalOfCall(personId: string, callId: string) {
  return db().approval.findFirst({ where: { callId, personId }, select: approvalColumns });
}

/** The first answer wins: true for the caller whose answer was taken. */
export async function takeAnswer(
  id: string,
  state: "approved" | "declined" | "void",
  at: Date,
): Promise<boolean> {
  const { count } = await db().approval.updateMany({
    where: { id, state: "pending" },
    data: { state, answeredAt: at },
  });
  return count === 1;
}

/** Takes back the questions of a run that nobody answered; the ids of their calls. */
export async function voidApprovals(runId: string, at: Date): Promise<string[]> {
  const where = { runId, state: "pending" };
  const rows = await db().approval.findMany({
    where,
    orderBy: { id: "asc" },
    select: { id: true, callId: true },
  });
  const calls: string[] = [];
  for (const row of rows) if (await takeAnswer(row.id, "void", at)) calls.push(row.callId);
  return calls;
}

export async function pendingApprovals(personId: string) {
  return db().approval.findMany({
    where: { personId, state: "pending" },
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      createdAt: true,
      call: { select: { operationName: true, toolId: true, versionId: true, conversationId: true } },
    },
  });
}

export function jsonOrNull(value: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return value === undefined || value === null
    ? Prisma.DbNull
    : (storableJson(value) as Prisma.InputJsonValue);
}
