import "server-only";
import { choosePassages } from "#lib/knowledge/passages.ts";
import type { PassageAnswer } from "#lib/knowledge/schema.ts";
import { documentIndex } from "#lib/knowledge/server/document-index.ts";

/**
 * Passages of the named sources that answer a question, word for word. Whether the person may read the sources is
 * decided by the tool that refers to them.
 */
export async function answerFromSources(request: {
  readonly question: string;
  readonly sourceIds: readonly string[];
  readonly limit: number;
}): Promise<PassageAnswer> {
  const { passages, documents } = await documentIndex();
  const allowed = new Set(
    [...documents.values()].filter((row) => request.sourceIds.includes(row.sourceId)).map((row) => row.id),
  );
  const search = passages.search(request.question, { documents: allowed });
  const choice = choosePassages(search, { question: request.question, limit: request.limit });
  return {
    question: request.question,
    agreement: choice.agreement,
    abstained: choice.abstained,
    passages: choice.passages.flatMap((hit) => {
      const row = documents.get(hit.document.documentId);
      if (!row) return [];
      return [
        {
          passageId: hit.passage.id,
          documentId: row.id,
          documentSlug: row.slug,
          sourceSlug: row.source.slug,
          document: row.title,
          headingPath: [...hit.headingPath],
          page: hit.passage.page,
          date: (row.verifiedAt ?? row.updatedAt).toISOString(),
          verifiedBy: row.verifiedBy,
          text: hit.passage.text,
          tableHead: hit.passage.tableHead,
          language: hit.passage.language,
          start: hit.passage.start,
          end: hit.passage.end,
          best: hit.best ? { start: hit.best.start, end: hit.best.end } : null,
          matchedWords: [...hit.matchedWords],
          score: Math.round(hit.fit * 1000) / 1000,
        },
      ];
    }),
  };
}
