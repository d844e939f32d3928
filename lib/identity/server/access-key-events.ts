import "server-only";
import type { AuditEventInput } from "#lib/audit/schema.ts";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import type { KeyRow } from "#lib/identity/server/access-key-repository.ts";

type Person = { readonly id: string; readonly name: string };
type KeyEvent = "key.created" | "key.revoked" | "key.refused";

/**
 * Writes to the trail what became of a key: its name and what it may do, never the key. `personId` names whose it is when
 * somebody else acted.
 */
export async function recordKeyEvent(
  type: KeyEvent,
  person: Person,
  key: KeyRow,
  { personId, ...rest }: Pick<AuditEventInput, "outcome" | "reason"> & { readonly personId?: string } = {},
): Promise<void> {
  const { id, name, prefix, scopes, expiresAt } = key;
  await recordEvent({
    type,
    actor: { kind: "person", id: person.id, name: person.name },
    target: { kind: "access-key", id, name },
    details: { prefix, scopes, expiresAt: expiresAt.toISOString(), ...(personId ? { personId } : {}) },
    ...rest,
  });
}

/** Somebody asked with a text that has the form of a key and is none that we know. */
export async function recordUnknownKey(prefix: string): Promise<void> {
  await recordEvent({
    type: "key.refused",
    actor: { kind: "anonymous", name: "Somebody" },
    outcome: "refused",
    reason: "unknown-key",
    details: { prefix },
  });
}
