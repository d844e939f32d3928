import "server-only";
import type { AuditEventInput } from "#lib/audit/schema.ts";
import { canonicalBytes, leafHash } from "#lib/audit/server/canonical-event.ts";

const schemaVersion = 1;

/** When, where and in whose request an event happened. */
export type EventEnvelope = {
  /** A uuid v7 of `occurredAt`. */
  readonly id: string;
  readonly occurredAt: Date;
  readonly source: "live" | "sample";
  readonly requestId: string | null;
  readonly ip: string | null;
  readonly client: string | null;
};

/** An event with the canonical bytes that are stored and their leaf hash. */
export type BuiltEvent = ReturnType<typeof buildEvent>;

/** Makes an event as the trail stores it. Equal inputs give equal bytes. */
export function buildEvent(input: AuditEventInput, envelope: EventEnvelope) {
  const { id, occurredAt, source, requestId, ip, client } = envelope;
  const event = {
    id,
    schemaVersion,
    type: input.type,
    occurredAt: occurredAt.toISOString(),
    actor: {
      kind: input.actor.kind,
      id: input.actor.kind === "person" ? input.actor.id : null,
      name: input.actor.name,
    },
    target: input.target ?? null,
    domainId: input.domainId ?? null,
    outcome: input.outcome ?? "succeeded",
    reason: input.reason ?? null,
    ruleIds: [...(input.ruleIds ?? [])].sort(),
    requestId,
    conversationId: input.conversationId ?? null,
    runId: input.runId ?? null,
    callId: input.callId ?? null,
    sourceIp: ip,
    sourceClient: client,
    source,
    changes: input.changes ?? null,
    details: input.details ?? null,
  };
  const plain = JSON.parse(JSON.stringify(event)) as typeof event;
  const canonical = canonicalBytes(plain);
  return { ...plain, occurredAt, canonical, leafHash: leafHash(canonical) };
}
