import "server-only";
import { readableSources } from "#lib/catalog/server/may-read-source.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { FoundPassage } from "#lib/knowledge/schema.ts";
import { answerFromSources } from "#lib/knowledge/server/answer-from-sources.ts";

/** Passages that answer a question, from all documents that the viewer may read; none when nothing fits well enough. */
export async function findPassages(viewer: Viewer, question: string, limit = 3): Promise<FoundPassage[]> {
  const sourceIds = [...(await readableSources(viewer))];
  if (sourceIds.length === 0) return [];
  return (await answerFromSources({ question, sourceIds, limit })).passages;
}
