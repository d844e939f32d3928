import "server-only";
import { describeEvent } from "#lib/audit/describe-event.ts";
import { type Actor, auditEventSchema, type Target } from "#lib/audit/schema.ts";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { eventsOfTarget } from "#lib/audit/server/timeline-repository.ts";
import {
  type TimelineEvent,
  type TimelineKind,
  type TimelinePage,
  tellsOfPerson,
  timelinePageSchema,
  timelineTypes,
} from "#lib/audit/timeline.ts";

export type TimelineReader = {
  readonly id: string;
  readonly name: string;
  /** Auditors and administrators; everybody else is not told who used the thing, nor why a call failed. */
  readonly readsWholeTrail: boolean;
};

export type TimelineQuery = {
  readonly kind: TimelineKind;
  readonly before?: string | undefined;
  readonly limit: number;
};

const somebody = { kind: "anonymous", id: null, name: "Somebody" } as const;
const eventSchema = auditEventSchema.pick({
  type: true,
  outcome: true,
  actor: true,
  target: true,
  details: true,
});

type Row = Awaited<ReturnType<typeof eventsOfTarget>>[number];

function toEvent(row: Row, reader: TimelineReader): TimelineEvent {
  const isHidden = !reader.readsWholeTrail && row.actorId !== reader.id && tellsOfPerson(row.type);
  const event = eventSchema.parse({
    ...row,
    actor: isHidden ? somebody : { kind: row.actorKind, id: row.actorId, name: row.actorName },
    target: { kind: row.targetKind ?? "", id: row.targetId ?? "", name: row.targetName ?? "" },
  });
  // Why a rule refuses is the rule's own sentence; why a call failed may repeat what was typed.
  const hidesReason = isHidden && event.type !== "policy.refused";
  return {
    id: row.id,
    type: event.type,
    occurredAt: row.occurredAt.toISOString(),
    sentence: describeEvent({ ...event, changes: null }).sentence,
    outcome: event.outcome,
    reason: hidesReason ? null : row.reason,
    source: row.source === "sample" ? "sample" : "live",
  };
}

/**
 * What happened to one thing, newest first and in sentences, without what the trail keeps of requests, places and
 * arguments. Whether the reader may see it is the caller's to decide. Reading is itself an event, once per search.
 */
export async function timelineOfTarget(
  reader: TimelineReader,
  target: Target & { readonly domainId: string | null },
  { kind, before, limit }: TimelineQuery,
): Promise<TimelinePage> {
  const rows = await eventsOfTarget(target.id, timelineTypes[kind], limit + 1, before);
  if (!before) {
    const actor: Actor = { kind: "person", id: reader.id, name: reader.name };
    await recordEvent({
      type: "audit.read",
      actor,
      domainId: target.domainId,
      details: { filter: { targetId: target.id, kind }, timelineOf: target.kind },
    });
  }
  const events = rows.slice(0, limit).map((row) => toEvent(row, reader));
  return timelinePageSchema.parse({
    events,
    nextCursor: rows.length > limit ? (events.at(-1)?.id ?? null) : null,
  });
}
