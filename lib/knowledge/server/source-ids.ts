import "server-only";
import { sourcesBySlugs } from "#lib/knowledge/server/repository.ts";

/** Id and owning team of knowledge sources by their address; addresses that are not known are left out. */
export async function sourceIds(
  slugs: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly teamId: string }>> {
  if (slugs.length === 0) return new Map();
  return new Map((await sourcesBySlugs(slugs)).map(({ slug, id, teamId }) => [slug, { id, teamId }]));
}
