import "server-only";
import type { Viewer } from "#lib/identity/schema.ts";
import { sourcesOf } from "#lib/knowledge/server/own-source-repository.ts";

/** Which of these sources the viewer set up, or their team answers for. */
export async function ownSources(viewer: Viewer, ids: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set((await sourcesOf(viewer, ids)).map(({ id }) => id));
}
