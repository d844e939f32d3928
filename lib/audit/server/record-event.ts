import "server-only";
import type { AuditEventInput } from "#lib/audit/schema.ts";
import { buildEvent } from "#lib/audit/server/build-event.ts";
import { insertEvent } from "#lib/audit/server/repository.ts";
import { currentSource, now } from "#lib/clock.ts";
import { newId } from "#lib/db/uuid.ts";
import { requestContext } from "#lib/request-context.ts";

/**
 * Writes one event to the trail, inside the transaction of the moment when there is one, so that a change and
 * its event stand or fall together.
 * @returns the event's id
 */
export async function recordEvent(input: AuditEventInput): Promise<string> {
  const context = requestContext();
  const occurredAt = now();
  const id = newId(occurredAt);
  const source = currentSource();
  await insertEvent(
    buildEvent(context?.keyId ? { ...input, details: { ...input.details, keyId: context.keyId } } : input, {
      id,
      occurredAt,
      source,
      requestId: context?.requestId ?? null,
      ip: context?.ip ?? null,
      client: context?.client ?? null,
    }),
  );
  return id;
}
