import "server-only";
import { namesOfSources } from "#lib/knowledge/server/repository.ts";

/** Slugs and names of knowledge sources, for the pages of the tools that refer to them. */
export async function sourceNames(ids: readonly string[]): Promise<{ slug: string; name: string }[]> {
  return ids.length === 0 ? [] : namesOfSources(ids);
}
