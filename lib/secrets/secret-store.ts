import "server-only";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { newId } from "#lib/db/uuid.ts";
import { masterKey } from "#lib/secret-files.ts";
import { openSecret, readMasterKey, sealSecret } from "#lib/secrets/envelope.ts";

function key() {
  return [readMasterKey(masterKey().toString("hex"))];
}

/** Seals and stores a secret; an empty value removes it. Scope and id name what it belongs to. */
export async function storeSecret(
  scope: string,
  scopeId: string,
  field: string,
  value: string,
): Promise<void> {
  const at = { scope_scopeId_field: { scope, scopeId, field } };
  if (value === "") {
    await db().secret.deleteMany({ where: { scope, scopeId, field } });
    return;
  }
  const known = await db().secret.findUnique({ where: at, select: { version: true } });
  const version = (known?.version ?? 0) + 1;
  const sealed = sealSecret(key(), { ownerId: `${scope}:${scopeId}`, field, version }, value);
  await db().secret.upsert({
    where: at,
    create: { id: newId(), scope, scopeId, field, version, sealed, updatedAt: now() },
    update: { version, sealed, updatedAt: now() },
    select: { id: true },
  });
}

/** The plain value, or undefined when none is stored. It never leaves the server. */
export async function readSecret(scope: string, scopeId: string, field: string): Promise<string | undefined> {
  const row = await db().secret.findUnique({
    where: { scope_scopeId_field: { scope, scopeId, field } },
    select: { sealed: true, version: true },
  });
  if (!row) return undefined;
  return openSecret(key(), { ownerId: `${scope}:${scopeId}`, field, version: row.version }, row.sealed);
}

/** The plain values of one owner by field. They never leave the server. */
export async function readSecrets(scope: string, scopeId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db().secret.findMany({
    where: { scope, scopeId },
    select: { field: true, sealed: true, version: true },
  });
  const ownerId = `${scope}:${scopeId}`;
  return new Map(
    rows.map(({ field, sealed, version }) => [field, openSecret(key(), { ownerId, field, version }, sealed)]),
  );
}

/** Which secrets exist, by name only. */
export async function secretFields(
  scope: string,
  scopeIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db().secret.findMany({
    where: { scope, scopeId: { in: [...scopeIds] } },
    select: { scopeId: true, field: true },
  });
  const fields = new Map<string, string[]>();
  for (const row of rows) fields.set(row.scopeId, [...(fields.get(row.scopeId) ?? []), row.field]);
  return fields;
}
