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

export async function exportBatch(filter: AuditFilter, limit: number, before: string | undefined) {
  return db().auditEvent.findMany({
    where: { AND: [filterClause(filter), ...(before ? [{ id: { lt: before } }] : [])] },
    orderBy: { id: "desc" },
    take: limit,
    select: { id: true, canonical: true, leafHash: true },
  });
}

export async function storedBytes(id: string) {
  return db().auditEvent.findUnique({ where: { id }, select: { canonical: true, leafHash: true } });
}

export async function timeSpan(filter: AuditFilter): Promise<{ from: Date; to: Date } | null> {
  const { _min, _max } = await db().auditEvent.aggregate({
    where: filterClause(filter),
    _min: { occurredAt: true },
    _max: { occurredAt: true },
  });
  return _min.occurredAt && _max.occurredAt ? { from: _min.occurredAt, to: _max.occurredAt } : null;
}

/** The same filter in SQL, for grouping that Prisma has no words for. */
function filterSql(filter: AuditFilter): Prisma.Sql {
  const clauses: Prisma.Sql[] = [];
  if (filter.actorId) clauses.push(Prisma.sql`actor_id = ${filter.actorId}::uuid`);
  if (filter.type) clauses.push(filter.type.endsWith(".") ? Prisma.sql`starts_with(type, ${filter.type})` : Prisma.sql`type = ${filter.type}`);
  if (filter.targetId) clauses.push(Prisma.sql`target_id = ${filter.targetId}`);
  if (filter.outcome) clauses.push(Prisma.sql`outcome = ${filter.outcome}`);
  if (filter.source) clauses.push(Prisma.sql`source = ${filter.source}`);
  if (filter.from) clauses.push(Prisma.sql`occurred_at >= ${new Date(filter.from)}`);
  if (filter.to) clauses.push(Prisma.sql`occurred_at < ${new Date(filter.to)}`);
  if (filter.runId) clauses.push(Prisma.sql`run_id = ${filter.runId}::uuid`);
  if (filter.conversationId) clauses.push(Prisma.sql`conversation_id = ${filter.conversationId}::uuid`);
  if (filter.words) {
    const like = `%${filter.words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    clauses.push(Prisma.sql`(actor_name ILIKE ${like} OR target_name ILIKE ${like} OR reason ILIKE ${like} OR type ILIKE ${like})`);
  }
  return clauses.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join(clauses, " AND ")}`;
}

/** Counts per stretch of time; `start` is in seconds since 1970. */
export async function countByTime(filter: AuditFilter, bucketSeconds: number): Promise<{ start: number; total: number; refused: number; failed: number }[]> {
  return db().$queryRaw`
    SELECT (floor(extract(epoch FROM occurred_at) / ${bucketSeconds}) * ${bucketSeconds})::float8 AS start,
      count(*)::int AS total,
      count(*) FILTER (WHERE outcome = 'refused')::int AS refused,
      count(*) FILTER (WHERE outcome = 'failed')::int AS failed
    FROM audit_event ${filterSql(filter)}
    GROUP BY 1 ORDER BY 1`;
}

export async function distinctTypes(): Promise<string[]> {
  const rows = await db().auditEvent.findMany({ distinct: ["type"], orderBy: { type: "asc" }, select: { type: true } });
  return rows.map((row) => row.type);
}

export async function distinctActors(words: string, limit: number): Promise<{ id: string; name: string }[]> {
  const rows = await db().auditEvent.findMany({
    where: { actorId: { not: null }, ...(words ? { actorName: { contains: words, mode: "insensitive" } } : {}) },
    distinct: ["actorId"],
    orderBy: { actorId: "asc" },
    take: limit,
    select: { actorId: true, actorName: true },
  });
  return rows.flatMap((row) => (row.actorId ? [{ id: row.actorId, name: row.actorName }] : []));
}

export async function distinctTargets(words: string, limit: number): Promise<{ id: string; name: string; kind: string }[]> {
  const rows = await db().auditEvent.findMany({
    where: { targetKind: { in: ["tool", "person", "model", "rule"] }, ...(words ? { targetName: { contains: words, mode: "insensitive" } } : {}) },
    distinct: ["targetId"],
    orderBy: { targetId: "asc" },
    take: limit,
    select: { targetId: true, targetName: true, targetKind: true },
  });
  return rows.flatMap((row) => (row.targetId ? [{ id: row.targetId, name: row.targetName ?? row.targetId, kind: row.targetKind ?? "" }] : []));
}
