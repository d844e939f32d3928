import "server-only";
import {
  type AuditFilter,
  type ContextKind,
  type EventInContext,
  eventInContextSchema,
} from "#lib/audit/schema.ts";
import { leafHash } from "#lib/audit/server/canonical-event.ts";
import {
  type EventRow,
  findEvent,
  findEvents,
  findEventsAfter,
  storedBytes,
} from "#lib/audit/server/repository.ts";
import { type AuditReader, requireAuditReader } from "#lib/audit/server/require-audit-reader.ts";
import { toDto } from "#lib/audit/server/to-dto.ts";
import { notFound } from "#lib/errors.ts";

const aroundCount = 8;

/** The contexts of an event, the most telling first: a change is best read among the changes of the same thing. */
function contextsOf(row: EventRow): readonly { by: ContextKind; filter: AuditFilter }[] {
  const { runId, conversationId, actorId, targetId } = row;
  const target = targetId ? [{ by: "target" as const, filter: { targetId } }] : [];
  const isChange = row.changes !== null;
  return [
    ...(runId ? [{ by: "run" as const, filter: { runId } }] : []),
    ...(conversationId ? [{ by: "conversation" as const, filter: { conversationId } }] : []),
    ...(isChange ? target : []),
    ...(actorId ? [{ by: "actor" as const, filter: { actorId } }] : []),
    ...(isChange ? [] : target),
    { by: "time", filter: {} },
  ];
}

/** One event with what came before and after it, in the context asked for or else in the most telling one. */
export async function getEvent(reader: AuditReader, id: string, by?: ContextKind): Promise<EventInContext> {
  requireAuditReader(reader);
  const [row, bytes] = await Promise.all([findEvent(id), storedBytes(id)]);
  if (!row || !bytes) throw notFound("The event");
  const contexts = contextsOf(row);
  const context = contexts.find((candidate) => candidate.by === by) ?? contexts[0];
  const filter: AuditFilter = {
    ...context?.filter,
    reads: row.type.startsWith("audit.") ? "shown" : "hidden",
  };
  const [before, after] = await Promise.all([
    findEvents(filter, aroundCount, id),
    findEventsAfter(filter, aroundCount, id),
  ]);
  return eventInContextSchema.parse({
    event: toDto(row),
    before: before.map(toDto).toReversed(),
    after: after.map(toDto),
    contextBy: context?.by,
    contexts: contexts.map((candidate) => candidate.by),
    canonical: Buffer.from(bytes.canonical).toString("utf8"),
    isIntact: Buffer.from(leafHash(bytes.canonical)).equals(Buffer.from(bytes.leafHash)),
  });
}
