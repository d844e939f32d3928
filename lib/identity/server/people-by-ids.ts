import "server-only";
import type { PersonRef, Viewer } from "#lib/identity/schema.ts";
import { findNamesById } from "#lib/identity/server/directory-repository.ts";

/** Names for ids, deactivated people included. Names of colleagues are open to everybody who is signed in. */
export async function peopleByIds(
  _viewer: Viewer,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PersonRef>> {
  if (ids.length === 0) return new Map();
  const rows = await findNamesById([...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, row]));
}
