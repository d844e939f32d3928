import type { TextLanguage } from "#lib/ranking/language.ts";
import { Postings } from "#lib/ranking/postings.ts";
import { type ParsedQuery, phraseRow, type QueryWord } from "#lib/ranking/query.ts";
import { readDocument, type StoredDocument } from "#lib/ranking/read-document.ts";
import { Vocabulary } from "#lib/ranking/vocabulary.ts";

/** One field of a document: its weight, and how strongly long texts are discounted (0 to 1). */
export interface FieldOptions {
  readonly weight: number;
  readonly lengthDiscount?: number;
}

export type FieldTexts<F extends string> = Partial<Record<F, string | readonly string[]>>;

export interface RankedHit<F extends string> {
  readonly id: string;
  readonly score: number;
  /** Words of the query found in each field: why the hit is here, and what to highlight. */
  readonly matched: Partial<Record<F, readonly string[]>>;
  /** All words of the query that were found, in the order of the query. */
  readonly matchedWords: readonly string[];
  /** Share of each field's own words that the query names, 0 to 1. */
  readonly coverage: Partial<Record<F, number>>;
}

export interface SearchOptions {
  /** Only these ids may be found, counted or ranked. */
  readonly allowed?: ReadonlySet<string>;
  readonly limit?: number;
  /** Unknown words are read as the nearest known word, at a discount. */
  readonly correctSpelling?: boolean;
}

export interface SearchResult<F extends string> {
  readonly hits: readonly RankedHit<F>[];
  /** How many documents match, before the limit. */
  readonly total: number;
  /** Spellings that were read as another word. */
  readonly corrections: readonly { readonly from: string; readonly to: string }[];
  /** The score of a document that says every word of the query; what `decide` measures against. */
  readonly idealScore: number;
}

interface SearchTerm {
  readonly word: QueryWord;
  readonly forms: readonly { readonly form: string; readonly factor: number }[];
}

const saturation = 1.2;
const correctionFactor = 0.8;
const prefixFactor = 0.9;
const relatedFactor = 0.6;

/**
 * A fielded BM25 index in memory: BM25F, so a word's counts are weighted per field before they saturate
 * (Robertson, Zaragoza and Taylor, 2004). Words of a query are joined with OR. Documents can be put and
 * removed at any time.
 */
export class SearchIndex<F extends string> {
  readonly #fields: readonly F[];
  readonly #weights: readonly number[];
  readonly #discounts: readonly number[];
  #postings: Postings;
  readonly #vocabulary = new Vocabulary();
  #documents: (StoredDocument | undefined)[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #totalLengths: number[];

  constructor(fields: Readonly<Record<F, FieldOptions>>) {
    this.#fields = Object.keys(fields) as F[];
    this.#weights = this.#fields.map((field) => fields[field].weight);
    this.#discounts = this.#fields.map((field) => fields[field].lengthDiscount ?? 0.75);
    this.#totalLengths = this.#fields.map(() => 0);
    this.#postings = new Postings(this.#fields.length);
  }

  get size(): number {
    return this.#numbers.size;
  }

  has(id: string): boolean {
    return this.#numbers.has(id);
  }

  /** Adds a document or replaces the one with its id. The language is detected unless it is given. */
  put(id: string, texts: FieldTexts<F>, language?: TextLanguage): void {
    this.remove(id);
    const document = readDocument(
      id,
      this.#fields.map((field) => texts[field] ?? ""),
      language,
    );
    const number = this.#documents.push(document) - 1;
    this.#numbers.set(id, number);
    this.#postings.add(number, document.forms);
    for (const [word, form] of document.words) this.#vocabulary.add(word, form);
    document.lengths.forEach((length, field) => {
      this.#totalLengths[field] = (this.#totalLengths[field] ?? 0) + length;
    });
  }

  /** Removes a document; false when there was none. */
  remove(id: string): boolean {
    const number = this.#numbers.get(id);
    const document = number === undefined ? undefined : this.#documents[number];
    if (number === undefined || !document) return false;
    this.#numbers.delete(id);
    this.#documents[number] = undefined;
    this.#postings.release(document.forms.keys());
    for (const [word, form] of document.words) this.#vocabulary.remove(word, form);
    document.lengths.forEach((length, field) => {
      this.#totalLengths[field] = (this.#totalLengths[field] ?? 0) - length;
    });
    if (this.#documents.length > 64 && this.#documents.length > this.#numbers.size * 2) this.#compact();
    return true;
  }

  /**
   * How much a word of a query tells apart: its inverse document frequency, or that of the words that mean the
   * same when it stands in no document itself.
   */
  weightOf(word: QueryWord): number {
    const own = this.#frequencyOf(word.forms);
    return this.#inverseFrequency(own > 0 ? own : this.#frequencyOf(word.related));
  }

  #frequencyOf(forms: readonly string[]): number {
    return Math.max(0, ...forms.map((form) => this.#postings.frequency(form)));
  }

  search(query: ParsedQuery, options: SearchOptions = {}): SearchResult<F> {
    const { terms, corrections } = this.#expand(query, options.correctSpelling === true);
    const scores = new Map<number, number>();
    for (const term of terms) this.#addScores(scores, term);
    const found: { number: number; score: number }[] = [];
    for (const [number, score] of scores) {
      const document = this.#documents[number];
      if (!document || options.allowed?.has(document.id) === false) continue;
      if (!this.#obeys(document, query)) continue;
      found.push({ number, score });
    }
    found.sort((left, right) => right.score - left.score || left.number - right.number);
    return {
      hits: found.slice(0, options.limit ?? 50).flatMap((hit) => this.#toHit(hit, terms)),
      total: found.length,
      corrections,
      idealScore: query.words.reduce((sum, word) => sum + this.weightOf(word) * (saturation + 1), 0),
    };
  }

  #expand(query: ParsedQuery, correctsSpelling: boolean) {
    const corrections: { from: string; to: string }[] = [];
    const terms = query.words.map((word, at): SearchTerm => {
      const isKnown = this.#frequencyOf(word.forms) > 0;
      const own = word.forms.map((form) => ({ form, factor: 1 }));
      const related = word.related.map((form) => ({ form, factor: relatedFactor }));
      if (query.prefix !== null && word.word === query.prefix && at === query.words.length - 1) {
        const factor = isKnown ? 1 : prefixFactor;
        const begun = this.#vocabulary
          .formsWithPrefix(word.word)
          .filter((form) => !word.forms.includes(form));
        return { word, forms: [...own, ...begun.map((form) => ({ form, factor }))] };
      }
      if (isKnown || !correctsSpelling || word.isCompound || this.#frequencyOf(word.related) > 0) {
        return { word, forms: [...own, ...related] };
      }
      const correction = this.#vocabulary.correct(word.word);
      if (!correction) return { word, forms: own };
      corrections.push({ from: word.word, to: correction.word });
      return { word, forms: correction.forms.map((form) => ({ form, factor: correctionFactor })) };
    });
    return { terms, corrections };
  }

  #addScores(scores: Map<number, number>, term: SearchTerm): void {
    const found = term.forms.filter(({ form }) => this.#postings.frequency(form) > 0);
    const weight = this.weightOf(term.word);
    const [only] = found;
    if (!only) return;
    if (found.length === 1) {
      this.#scoreForm(only.form, weight * only.factor, (number, score) => {
        scores.set(number, (scores.get(number) ?? 0) + score);
      });
      return;
    }
    const best = new Map<number, number>();
    for (const { form, factor } of found) {
      this.#scoreForm(form, weight * factor, (number, score) => {
        if (score > (best.get(number) ?? 0)) best.set(number, score);
      });
    }
    for (const [number, score] of best) scores.set(number, (scores.get(number) ?? 0) + score);
  }

  #scoreForm(form: string, factor: number, add: (document: number, score: number) => void): void {
    const posting = this.#postings.get(form);
    if (!posting) return;
    const weight = factor * (saturation + 1);
    const fieldCount = this.#fields.length;
    const averages = this.#totalLengths.map((total) => Math.max(1, total / Math.max(1, this.size)));
    for (let at = 0; at < posting.documents.length; at += 1) {
      const number = posting.documents[at] ?? 0;
      const document = this.#documents[number];
      if (!document) continue;
      let frequency = 0;
      for (let field = 0; field < fieldCount; field += 1) {
        const count = posting.counts[at * fieldCount + field] ?? 0;
        if (count === 0) continue;
        const discount = this.#discounts[field] ?? 0.75;
        const relativeLength = (document.lengths[field] ?? 0) / (averages[field] ?? 1);
        frequency += ((this.#weights[field] ?? 1) * count) / (1 - discount + discount * relativeLength);
      }
      add(number, (weight * frequency) / (saturation + frequency));
    }
  }

  #inverseFrequency(documentCount: number): number {
    return Math.log(1 + (this.size - documentCount + 0.5) / (documentCount + 0.5));
  }

  #obeys(document: StoredDocument, query: ParsedQuery): boolean {
    if (query.excluded.some((word) => word.forms.some((form) => document.forms.has(form)))) return false;
    if (query.phrases.length === 0) return true;
    document.rows ??= document.texts.map((text) => phraseRow(text, document.language));
    const rows = document.rows;
    return query.phrases.every((phrase) => {
      const sought = phraseRow(phrase, document.language);
      return rows.some((row) => row.includes(sought));
    });
  }

  #toHit(hit: { number: number; score: number }, terms: readonly SearchTerm[]): RankedHit<F>[] {
    const document = this.#documents[hit.number];
    if (!document) return [];
    const matched: Partial<Record<F, string[]>> = {};
    const matchedWords = new Set<string>();
    const found = this.#fields.map(() => 0);
    for (const { word, forms } of terms) {
      for (const { form } of forms) {
        document.forms.get(form)?.forEach((count, at) => {
          const field = this.#fields[at];
          if (count === 0 || field === undefined) return;
          found[at] = (found[at] ?? 0) + 1;
          matchedWords.add(word.word);
          const list = matched[field] ?? [];
          if (!list.includes(word.word)) list.push(word.word);
          matched[field] = list;
        });
      }
    }
    const coverage: Partial<Record<F, number>> = {};
    this.#fields.forEach((field, at) => {
      const all = document.distinct[at] ?? 0;
      if (all > 0) coverage[field] = Math.min(1, (found[at] ?? 0) / all);
    });
    return [{ id: document.id, score: hit.score, matched, matchedWords: [...matchedWords], coverage }];
  }

  #compact(): void {
    const alive = this.#documents.filter((document) => document !== undefined);
    this.#documents = [];
    this.#postings = new Postings(this.#fields.length);
    for (const document of alive) {
      const number = this.#documents.push(document) - 1;
      this.#numbers.set(document.id, number);
      this.#postings.add(number, document.forms);
    }
  }
}
