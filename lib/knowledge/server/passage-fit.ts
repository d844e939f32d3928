import "server-only";
import { choosePassages } from "#lib/knowledge/passages.ts";
import { documentIndex } from "#lib/knowledge/server/document-index.ts";

/** How well the best passage of each set of sources answers a question, 0 to 1. */
export async function passageFits(
  question: string,
  sets: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<string, number>> {
  if (sets.size === 0) return new Map();
  const { passages, documents } = await documentIndex();
  return new Map(
    [...sets].map(([key, sourceIds]) => {
      const allowed = new Set(
        [...documents.values()].filter((row) => sourceIds.includes(row.sourceId)).map((row) => row.id),
      );
      return [key, choosePassages(passages.search(question, { documents: allowed }), { question }).fit];
    }),
  );
}
