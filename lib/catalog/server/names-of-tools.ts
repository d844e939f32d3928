import "server-only";
import { toolIndex } from "#lib/catalog/server/tool-index.ts";

/** Slug and name of tools by id, for rows that refer to them. */
export async function namesOfTools(
  ids: readonly string[],
): Promise<Map<string, { slug: string; name: string }>> {
  const { entries } = await toolIndex();
  return new Map(
    ids.flatMap((id) => {
      const row = entries.get(id);
      return row ? [[id, { slug: row.slug, name: row.name }] as const] : [];
    }),
  );
}
