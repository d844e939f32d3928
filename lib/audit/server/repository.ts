import "server-only";
import type { AuditFilter } from "#lib/audit/schema.ts";
import { db } from "#lib/db/client.ts";
import { lowerBound } from "#lib/db/uuid.ts";
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

/** Events that only say that the trail itself was read. */
const readTypes = ["audit.read", "audit.exported"] as const;

export type EventRow = Prisma.AuditEventGetPayload<{ select: typeof eventColumns }>;

const idPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const isId = (words: string) => idPattern.test(words);
const uuidColumns = ["id", "actorId", "conversationId", "runId", "callId"] as const;
const wordColumns = ["actorName", "targetName", "reason", "type"] as const;

/** Prisma's `contains` leaves the signs of LIKE as they are. */
const asPattern = (words: string) => words.replace(/[\\%_]/g, (sign) => `\\${sign}`);

function wordsClause(words: string): Prisma.AuditEventWhereInput {
  if (!isId(words)) {
    const contains = asPattern(words);
    return { OR: wordColumns.map((column) => ({ [column]: { contains, mode: "insensitive" as const } })) };
  }
  return {
    OR: [
      ...uuidColumns.map((column) => ({ [column]: words })),
      { targetId: words },
      { requestId: words },
      { ruleIds: { has: words } },
    ],
  };
}

/** Ids hold the time, so a stretch of time is a stretch of the primary key, and of every index that ends with it. */
function filterClause(filter: AuditFilter): Prisma.AuditEventWhereInput {
  const { from, to, words, type, ruleId, reads, ...exact } = filter;
  const all: Prisma.AuditEventWhereInput[] = [exact];
  if (type) all.push({ type: type.endsWith(".") ? { startsWith: type } : type });
  if (from) all.push({ id: { gte: lowerBound(new Date(from)) } });
  if (to) all.push({ id: { lt: lowerBound(new Date(to)) } });
  if (ruleId) all.push({ ruleIds: { has: ruleId } });
  if (reads === "hidden") all.push({ type: { notIn: [...readTypes] } });
  if (words) all.push(wordsClause(words));
  return { AND: all };
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

export async function findEventsAfter(
  filter: AuditFilter,
  limit: number,
  after: string,
): Promise<EventRow[]> {
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

/** How many match; stops counting at `most`. */
export async function countEvents(filter: AuditFilter, most?: number): Promise<number> {
  return db().auditEvent.count({ where: filterClause(filter), ...(most ? { take: most } : {}) });
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

/** The moments of the first and the last event that match. */
export async function timeSpan(filter: AuditFilter): Promise<{ from: Date; to: Date } | null> {
  const edge = (order: "asc" | "desc") =>
    db().auditEvent.findFirst({
      where: filterClause(filter),
      orderBy: { id: order },
      select: { occurredAt: true },
    });
  const [first, last] = await Promise.all([edge("asc"), edge("desc")]);
  return first && last ? { from: first.occurredAt, to: last.occurredAt } : null;
}

/** The same filter in SQL, for grouping that Prisma has no words for; a test holds the two together. */
function filterSql(filter: AuditFilter): Prisma.Sql {
  const { sql } = Prisma;
  const { type, from, to, words } = filter;
  const clauses: Prisma.Sql[] = [];
  if (filter.actorId) clauses.push(sql`actor_id = ${filter.actorId}::uuid`);
  if (type) clauses.push(type.endsWith(".") ? sql`starts_with(type, ${type})` : sql`type = ${type}`);
  if (filter.targetId) clauses.push(sql`target_id = ${filter.targetId}`);
  if (filter.outcome) clauses.push(sql`outcome = ${filter.outcome}`);
  if (filter.source) clauses.push(sql`source = ${filter.source}`);
  if (filter.domainId) clauses.push(sql`domain_id = ${filter.domainId}::uuid`);
  if (filter.runId) clauses.push(sql`run_id = ${filter.runId}::uuid`);
  if (filter.conversationId) clauses.push(sql`conversation_id = ${filter.conversationId}::uuid`);
  if (filter.requestId) clauses.push(sql`request_id = ${filter.requestId}`);
  if (filter.ruleId) clauses.push(sql`${filter.ruleId} = ANY(rule_ids)`);
  if (filter.reads === "hidden") clauses.push(sql`type <> ALL(${[...readTypes]})`);
  if (from) clauses.push(sql`id >= ${lowerBound(new Date(from))}::uuid`);
  if (to) clauses.push(sql`id < ${lowerBound(new Date(to))}::uuid`);
  if (words && isId(words)) {
    clauses.push(sql`(${words}::uuid IN (id, actor_id, conversation_id, run_id, call_id)
      OR ${words} IN (target_id, request_id) OR ${words} = ANY(rule_ids))`);
  } else if (words) {
    const like = `%${asPattern(words)}%`;
    clauses.push(
      sql`(actor_name ILIKE ${like} OR target_name ILIKE ${like} OR reason ILIKE ${like} OR type ILIKE ${like})`,
    );
  }
  return clauses.length === 0 ? Prisma.empty : sql`WHERE ${Prisma.join(clauses, " AND ")}`;
}

type TimeCount = { start: number; total: number; refused: number; failed: number };

/** Counts per stretch of time; `start` is in seconds since 1970. */
export async function countByTime(filter: AuditFilter, bucketSeconds: number): Promise<TimeCount[]> {
  return db().$queryRaw<TimeCount[]>`
    SELECT (floor(extract(epoch FROM occurred_at) / ${bucketSeconds}) * ${bucketSeconds})::float8 AS start,
      count(*)::int AS total,
      count(*) FILTER (WHERE outcome = 'refused')::int AS refused,
      count(*) FILTER (WHERE outcome = 'failed')::int AS failed
    FROM audit_event ${filterSql(filter)}
    GROUP BY 1 ORDER BY 1`;
}

type RefusalCount = { ruleId: string; count: number };

/** Refusals per deciding rule since a moment, most first; a refusal without a rule counts under its basis. */
export async function countRefusals(since: Date, withSample: boolean): Promise<RefusalCount[]> {
  const live = withSample ? Prisma.empty : Prisma.sql`AND source = 'live'`;
  return db().$queryRaw<RefusalCount[]>`
    SELECT COALESCE(rule_ids[1], details->>'basis', 'other') AS "ruleId", count(*)::int AS count
    FROM audit_event
    WHERE type = 'policy.refused' AND id >= ${lowerBound(since)}::uuid ${live}
    GROUP BY 1 ORDER BY 2 DESC, 1`;
}
