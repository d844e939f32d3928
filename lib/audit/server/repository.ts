import "server-only";
import type { AuditFilter } from "#lib/audit/schema.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#prisma/generated/client.ts";

type NewEvent = {
  readonly id: string;
  readonly schemaVersion: number;
  readonly type: string;
  readonly occurredAt: Date;
  readonly actor: { readonly kind: string; readonly id: string | null; readonly name: string };
  readonly target: { readonly kind: string; readonly id: string; readonly name: string } | null;
  readonly domainId: string | null;
  readonly outcome: string;
  readonly reason: string | null;
  readonly ruleIds: readonly string[];
  readonly requestId: string | null;
  readonly conversationId: string | null;
  readonly runId: string | null;
  readonly callId: string | null;
  readonly sourceIp: string | null;
  readonly sourceClient: string | null;
  readonly source: string;
  readonly changes: unknown;
  readonly details: unknown;
  readonly canonical: Uint8Array<ArrayBuffer>;
  readonly leafHash: Uint8Array<ArrayBuffer>;
};

function json(value: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return value === null || value === undefined ? Prisma.DbNull : (value as Prisma.InputJsonValue);
}

export async function insertEvent(event: NewEvent): Promise<void> {
  const { actor, target, ruleIds, changes, details, ...plain } = event;
  await db().auditEvent.create({
    data: {
      ...plain,
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      targetKind: target?.kind ?? null,
      targetId: target?.id ?? null,
      targetName: target?.name ?? null,
      ruleIds: [...ruleIds],
      changes: json(changes),
      details: json(details),
    },
    select: { id: true },
  });
}

export const eventColumns = {
  id: true,
  type: true,
  occurredAt: true,
  actorKind: true,
  actorId: true,
  actorName: true,
  targetKind: true,
  targetId: true,
  targetName: true,
  domainId: true,
  outcome: true,
  reason: true,
  ruleIds: true,
  requestId: true,
  conversationId: true,
  runId: true,
  callId: true,
  sourceIp: true,
  sourceClient: true,
  source: true,
  changes: true,
  details: true,
  leafHash: true,
} as const satisfies Prisma.AuditEventSelect;

export type EventRow = Prisma.AuditEventGetPayload<{ select: typeof eventColumns }>;

function filterClause(filter: AuditFilter): Prisma.AuditEventWhereInput {
  const { from, to, words, type, ...exact } = filter;
  return {
    ...exact,
    ...(type ? { type: type.endsWith(".") ? { startsWith: type } : type } : {}),
    ...(from || to ? { occurredAt: { ...(from ? { gte: from } : {}), ...(to ? { lt: to } : {}) } } : {}),
    ...(words
      ? {
          OR: (["actorName", "targetName", "reason", "type"] as const).map((column) => ({
            [column]: { contains: words, mode: "insensitive" as const },
          })),
        }
      : {}),
  };
}

/** Newest first; `before` is the id of the last event already read. */
export async function findEvents(filter: AuditFilter, limit: number, before?: string): Promise<EventRow[]> {
  return db().auditEvent.findMany({
    where: { AND: [filterClause(filter), ...(before ? [{ id: { lt: before } }] : [])] },
    orderBy: { id: "desc" },
    take: limit,
    select: eventColumns,
  });
}

export async function findEventsAfter(filter: AuditFilter, limit: number, after: string): Promise<EventRow[]> {
  return db().auditEvent.findMany({
    where: { AND: [filterClause(filter), { id: { gt: after } }] },
    orderBy: { id: "asc" },
    take: limit,
    select: eventColumns,
  });
}

export async function findEvent(id: string): Promise<EventRow | null> {
  return db().auditEvent.findUnique({ where: { id }, select: eventColumns });
}

export async function countEvents(filter: AuditFilter): Promise<number> {
  return db().auditEvent.count({ where: filterClause(filter) });
}

export async function timesAndOutcomes(filter: AuditFilter): Promise<{ occurredAt: Date; outcome: string }[]> {
  return db().auditEvent.findMany({ where: filterClause(filter), select: { occurredAt: true, outcome: true } });
}
