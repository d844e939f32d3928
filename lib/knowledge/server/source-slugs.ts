import "server-only";
import { slugsOfSources } from "#lib/knowledge/server/repository.ts";

/** Address of each knowledge source by its id; ids of sources that are gone are left out. */
export async function sourceSlugs(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  return new Map((await slugsOfSources(ids)).map(({ id, slug }) => [id, slug]));
}
