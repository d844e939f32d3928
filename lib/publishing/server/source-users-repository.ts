import "server-only";
import { db } from "#lib/db/client.ts";

/** Tools that are not retired and hold this id in what serves, in a draft, or in a release that waits. */
export async function toolIdsWithSource(sourceId: string): Promise<string[]> {
  // An id stands nowhere by chance, so the text of the operations says whether they hold it.
  const held = `%"${sourceId}"%`;
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT t.id FROM tool t
    WHERE t.lifecycle <> 'retired' AND (
      EXISTS (
        SELECT 1 FROM tool_operation o
        WHERE o.version_id = t.current_version_id AND o.binding::text LIKE ${held}
      )
      OR EXISTS (SELECT 1 FROM tool_draft d WHERE d.tool_id = t.id AND d.operations::text LIKE ${held})
      OR EXISTS (SELECT 1 FROM release_request r WHERE r.open_for = t.id AND r.operations::text LIKE ${held})
    )`;
  return rows.map(({ id }) => id);
}
