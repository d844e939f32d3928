import "server-only";
import { canonicalBytes, leafHash } from "#lib/audit/canonical-event.ts";
import type { AuditEventInput } from "#lib/audit/schema.ts";
import { insertEvent } from "#lib/audit/server/repository.ts";
import { currentSource, now } from "#lib/clock.ts";
import { newId } from "#lib/db/uuid.ts";
import { requestContext } from "#lib/request-context.ts";

const schemaVersion = 1;

/**
 * Writes one event to the trail, inside the transaction of the moment when there is one, so that a change and
 * its event stand or fall together.
 * @returns the event's id
 */
export async function recordEvent(input: AuditEventInput): Promise<string> {
  const context = requestContext();
  const occurredAt = now();
  const id = newId(occurredAt);
  const event = {
    id,
    schemaVersion,
    type: input.type,
    occurredAt: occurredAt.toISOString(),
    actor: { kind: input.actor.kind, id: input.actor.kind === "person" ? input.actor.id : null, name: input.actor.name },
    target: input.target ?? null,
    domainId: input.domainId ?? null,
    outcome: input.outcome ?? "succeeded",
    reason: input.reason ?? null,
    ruleIds: [...(input.ruleIds ?? [])].sort(),
    requestId: context?.requestId ?? null,
    conversationId: input.conversationId ?? null,
    runId: input.runId ?? null,
    callId: input.callId ?? null,
    sourceIp: context?.ip ?? null,
    sourceClient: context?.client ?? null,
    source: currentSource(),
    changes: input.changes ?? null,
    details: input.details ?? null,
  };
  const plain = JSON.parse(JSON.stringify(event)) as typeof event;
  const canonical = canonicalBytes(plain);
  await insertEvent({ ...plain, occurredAt, canonical, leafHash: leafHash(canonical) });
  return id;
}
