import type { Passage, SplitDocument } from "#lib/knowledge/split.ts";
import { SearchIndex } from "#lib/ranking/bm25.ts";
import { fold } from "#lib/ranking/fold.ts";
import { type ParsedQuery, parseQuery } from "#lib/ranking/query.ts";

/** What of a document an answer needs beside its passages. */
export interface DocumentFacts {
  readonly documentId: string;
  readonly title: string;
  /** When it was last verified or changed, ISO date. */
  readonly date?: string;
}

export interface PassageHit {
  /** `documentId/passageId`. */
  readonly id: string;
  readonly document: DocumentFacts;
  readonly passage: Passage;
  readonly score: number;
  /** Words of the question found in the passage, its headings or its document's title. */
  readonly matchedWords: readonly string[];
}

export interface PassageSearch {
  readonly query: ParsedQuery;
  readonly hits: readonly PassageHit[];
  readonly idealScore: number;
  /** How much each word of the question tells apart. */
  readonly weights: ReadonlyMap<string, number>;
}

/** Full text over the passages of documents, in memory. */
export class PassageIndex {
  readonly #index = new SearchIndex({
    title: { weight: 1.5, lengthDiscount: 0.3 },
    headings: { weight: 1.5, lengthDiscount: 0.3 },
    text: { weight: 1, lengthDiscount: 0.5 },
  });
  readonly #byId = new Map<string, { document: DocumentFacts; passage: Passage }>();
  readonly #ofDocument = new Map<string, string[]>();

  get size(): number {
    return this.#byId.size;
  }

  /** Adds a document or replaces the one with its id. */
  put(document: DocumentFacts, split: SplitDocument): void {
    this.remove(document.documentId);
    const ids = split.passages.map((passage) => {
      const id = `${document.documentId}/${passage.id}`;
      this.#byId.set(id, { document, passage });
      const headings = passage.headings.flatMap(({ path }) =>
        path.filter((title) => title !== document.title),
      );
      const text = passage.tableHead ? `${passage.tableHead}\n${passage.text}` : passage.text;
      this.#index.put(id, { title: document.title, headings, text }, passage.language);
      return id;
    });
    this.#ofDocument.set(document.documentId, ids);
  }

  remove(documentId: string): void {
    for (const id of this.#ofDocument.get(documentId) ?? []) {
      this.#byId.delete(id);
      this.#index.remove(id);
    }
    this.#ofDocument.delete(documentId);
  }

  /** Passages that hold words of the question, best first, only from `documents` when given. */
  search(question: string, options: { documents?: ReadonlySet<string>; limit?: number } = {}): PassageSearch {
    const query = parseQuery(question);
    const allowed = options.documents
      ? new Set([...options.documents].flatMap((id) => this.#ofDocument.get(id) ?? []))
      : undefined;
    const result = this.#index.search(query, { allowed, limit: options.limit ?? 20, correctSpelling: true });
    const corrected = new Map(result.corrections.map(({ from, to }) => [from, to]));
    const read = corrected.size === 0 ? query : parseQuery(withCorrections(question, corrected));
    return {
      query: read,
      idealScore: result.idealScore,
      weights: new Map(read.words.map((word) => [word.word, this.#index.weightOf(word)])),
      hits: result.hits.flatMap((hit) => {
        const entry = this.#byId.get(hit.id);
        return entry
          ? [
              {
                id: hit.id,
                ...entry,
                score: hit.score,
                matchedWords: hit.matchedWords.map((word) => corrected.get(word) ?? word),
              },
            ]
          : [];
      }),
    };
  }
}

function withCorrections(question: string, corrected: ReadonlyMap<string, string>): string {
  return question.replace(/[\p{L}\p{M}]+/gu, (word) => corrected.get(fold(word)) ?? word);
}
