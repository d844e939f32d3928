import "server-only";
import type { AuditEventDto } from "#lib/audit/schema.ts";
import { findEvent, findEvents, findEventsAfter, storedBytes } from "#lib/audit/server/repository.ts";
import { type AuditReader, requireAuditReader } from "#lib/audit/server/require-audit-reader.ts";
import { toDto } from "#lib/audit/server/to-dto.ts";
import { leafHash } from "#lib/audit/canonical-event.ts";
import { notFound } from "#lib/errors.ts";

const aroundCount = 8;

export type EventInContext = {
  readonly event: AuditEventDto;
  /** Oldest first: what led to it and what followed, in its run, its conversation, or by its actor. */
  readonly before: AuditEventDto[];
  readonly after: AuditEventDto[];
  readonly contextBy: "run" | "conversation" | "actor" | "target" | "time";
  /** The exact bytes that were hashed, and whether the stored hash is theirs. */
  readonly canonical: string;
  readonly isIntact: boolean;
};

/** One event with what came before and after it. */
export async function getEvent(reader: AuditReader, id: string): Promise<EventInContext> {
  requireAuditReader(reader);
  const [row, bytes] = await Promise.all([findEvent(id), storedBytes(id)]);
  if (!row || !bytes) throw notFound("The event");
  const context = row.runId
    ? { by: "run", filter: { runId: row.runId } }
    : row.conversationId
      ? { by: "conversation", filter: { conversationId: row.conversationId } }
      : row.actorId
        ? { by: "actor", filter: { actorId: row.actorId } }
        : row.targetId
          ? { by: "target", filter: { targetId: row.targetId } }
          : { by: "time", filter: {} };
  const [before, after] = await Promise.all([
    findEvents(context.filter, aroundCount, id),
    findEventsAfter(context.filter, aroundCount, id),
  ]);
  return {
    event: toDto(row),
    before: before.map(toDto).toReversed(),
    after: after.map(toDto),
    contextBy: context.by as EventInContext["contextBy"],
    canonical: Buffer.from(bytes.canonical).toString("utf8"),
    isIntact: Buffer.from(leafHash(bytes.canonical)).equals(Buffer.from(bytes.leafHash)),
  };
}
