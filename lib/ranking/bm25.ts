import type { TextLanguage } from "#lib/ranking/language.ts";
import { Postings } from "#lib/ranking/postings.ts";
import { type ParsedQuery, phraseRow, type QueryWord } from "#lib/ranking/query.ts";
import { readDocument, readWords, type StoredDocument } from "#lib/ranking/read-document.ts";
import { bestFirst, ScoreSums } from "#lib/ranking/score-sums.ts";
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

/** What an id may be asked of: a set, or whatever knows the same. */
export interface IdSet {
  has(id: string): boolean;
}

export interface RankOptions {
  /** Only these ids may be found, counted or ranked. */
  readonly allowed?: IdSet;
  /** The same by key, which is quicker for thousands. */
  readonly allowedKeys?: { has(key: number): boolean };
  /** Unknown words are read as the nearest known word, at a discount. */
  readonly correctSpelling?: boolean;
  /** A word also finds longer words that begin with it, at a discount: "price" in "pricelist". */
  readonly findsLonger?: boolean;
  /** Only the best so many are put in order. */
  readonly best?: number;
  /** `whole` reads all fields as one text, each word for the same: what is said anywhere counts. */
  readonly scoring?: Scoring;
}

type Scoring = "fields" | "whole";

export interface SearchOptions extends RankOptions {
  readonly limit?: number;
}

interface SearchFacts {
  /** How many documents match, before any limit. */
  readonly total: number;
  /** Spellings that were read as another word. */
  readonly corrections: readonly { readonly from: string; readonly to: string }[];
  /** The score of a document that says every word of the query; what `decide` measures against. */
  readonly idealScore: number;
}

/** All matches, best first; what a match says is read for those that are shown. */
export interface Ranked<F extends string> extends SearchFacts {
  /** The ids of the best, in order. */
  readonly ids: readonly string[];
  /** Their scores, in the same order. */
  readonly scores: readonly number[];
  /** Keys of the others, which are in no order. */
  readonly otherKeys: readonly number[];
  /** The match at a place, counted from 0. Holds until the index changes. */
  hit(place: number): RankedHit<F> | undefined;
  /** The score of any document, 0 when nothing of it matches. Holds until the index is asked again. */
  scoreOf(id: string): number;
  /** The match of any document. Holds until the index is asked again. */
  hitOf(id: string): RankedHit<F> | undefined;
}

export interface SearchResult<F extends string> extends SearchFacts {
  readonly hits: readonly RankedHit<F>[];
}

interface SearchTerm {
  readonly word: QueryWord;
  readonly forms: readonly { readonly form: string; readonly factor: number }[];
}

const saturation = 1.2;
const correctionFactor = 0.8;
const prefixFactor = 0.9;
const relatedFactor = 0.6;
const longerFactor = 0.5;
const wholeDiscount = 0.4;
const mostLonger = 8;
const leastLongerFrom = 4;

/**
 * A fielded BM25 index in memory: BM25F, so a word's counts are weighted per field before they saturate
 * (Robertson, Zaragoza and Taylor, 2004). Words of a query are joined with OR. Documents can be put and
 * removed at any time.
 */
export class SearchIndex<F extends string> {
  readonly #fields: readonly F[];
  readonly #weights: readonly number[];
  readonly #discounts: readonly number[];
  readonly #postings: Postings;
  readonly #vocabulary = new Vocabulary();
  #documents: (StoredDocument | undefined)[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #totalLengths: number[];
  /** Of each document and field, what one occurrence counts; made anew after a change. */
  readonly #worths: Record<Scoring, Float64Array | null> = { fields: null, whole: null };
  readonly #sums: Record<Scoring, ScoreSums> = { fields: new ScoreSums(), whole: new ScoreSums() };

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

  /**
   * Adds a document or replaces the one with its id. The language is detected unless it is given. The key is a number by
   * which the owner knows it; several documents may share one.
   */
  put(id: string, texts: FieldTexts<F>, language?: TextLanguage, key = 0): void {
    this.remove(id);
    const { document, words } = readDocument(
      id,
      key,
      this.#fields.map((field) => texts[field] ?? ""),
      language,
    );
    const number = this.#documents.push(document) - 1;
    this.#numbers.set(id, number);
    this.#postings.add(number, words.forms);
    for (const [word, form] of words.words) this.#vocabulary.add(word, form);
    this.#addLengths(document, 1);
  }

  /** Removes a document; false when there was none. */
  remove(id: string): boolean {
    const number = this.#numbers.get(id);
    const document = number === undefined ? undefined : this.#documents[number];
    if (number === undefined || !document) return false;
    this.#numbers.delete(id);
    this.#documents[number] = undefined;
    const { forms, words } = readWords(document.texts, document.language);
    this.#postings.release(forms.keys());
    for (const [word, form] of words) this.#vocabulary.remove(word, form);
    this.#addLengths(document, -1);
    if (this.#documents.length > 64 && this.#documents.length > this.#numbers.size * 2) this.#compact();
    return true;
  }

  #addLengths(document: StoredDocument, sign: 1 | -1): void {
    this.#worths.fields = null;
    this.#worths.whole = null;
    document.lengths.forEach((length, field) => {
      this.#totalLengths[field] = (this.#totalLengths[field] ?? 0) + sign * length;
    });
  }

  /**
   * How much a word of a query tells apart: its inverse document frequency, or that of the words that mean the
   * same when it stands in no document itself.
   */
  weightOf(word: QueryWord): number {
    const own = this.#frequencyOf(word.forms);
    return this.#inverseFrequency(own > 0 ? own : this.#frequencyOf(word.related));
  }

  /** Whether some document holds the word, one that means the same, or while it is typed one that begins so. */
  knows(word: QueryWord, prefix: string | null = null): boolean {
    if (this.#frequencyOf(word.forms) > 0 || this.#frequencyOf(word.related) > 0) return true;
    return word.word === prefix && this.#vocabulary.formsWithPrefix(prefix, 1).length > 0;
  }

  #frequencyOf(forms: readonly string[]): number {
    return Math.max(0, ...forms.map((form) => this.#postings.frequency(form)));
  }

  /** The best hits of a query, with what they matched. */
  search(query: ParsedQuery, { limit = 50, ...options }: SearchOptions = {}): SearchResult<F> {
    const { total, corrections, idealScore, ...ranked } = this.rank(query, { best: limit, ...options });
    const hits = ranked.ids.slice(0, limit).flatMap((_, place) => ranked.hit(place) ?? []);
    return { hits, total, corrections, idealScore };
  }

  /** Every document that matches a query, best first. */
  rank(query: ParsedQuery, options: RankOptions = {}): Ranked<F> {
    const { terms, corrections } = this.#expand(query, options);
    const scoring = options.scoring ?? "fields";
    const sums = this.#sums[scoring];
    sums.begin(this.#documents.length);
    this.#worths[scoring] ??= scoring === "whole" ? this.#makeWholeWorths() : this.#makeWorths();
    const worths = this.#worths[scoring];
    for (const term of terms) this.#addScores(sums, term, worths);
    const found = this.#allowed(sums.touched, query, options);
    const { scores } = sums;
    const { best, others } = bestFirst(found, scores, options.best);
    const bestScores = best.map((number) => scores[number] ?? 0);
    const scoreOf = (id: string) => scores[this.#numbers.get(id) ?? -1] ?? 0;
    return {
      scoreOf,
      hitOf: (id) => {
        const score = scoreOf(id);
        const number = this.#numbers.get(id);
        return number === undefined || score === 0 ? undefined : this.#toHit(number, score, terms);
      },
      ids: best.map((number) => this.#documents[number]?.id ?? ""),
      scores: bestScores,
      otherKeys: others.map((number) => this.#documents[number]?.key ?? 0),
      hit: (place) => {
        const number = best[place];
        return number === undefined ? undefined : this.#toHit(number, bestScores[place] ?? 0, terms);
      },
      total: found.length,
      corrections,
      idealScore: query.words.reduce((sum, word) => sum + this.weightOf(word) * (saturation + 1), 0),
    };
  }

  #allowed(numbers: readonly number[], query: ParsedQuery, options: RankOptions): number[] {
    const { allowed, allowedKeys } = options;
    const hasOperators = query.excluded.length > 0 || query.phrases.length > 0;
    const found: number[] = [];
    for (const number of numbers) {
      const document = this.#documents[number];
      if (!document || allowedKeys?.has(document.key) === false || allowed?.has(document.id) === false)
        continue;
      if (!hasOperators || this.#obeys(document, number, query)) found.push(number);
    }
    return found;
  }

  #expand(query: ParsedQuery, options: RankOptions) {
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
      const longer = options.findsLonger ? this.#longerForms(word) : [];
      const mayBeSlip = !isKnown && !word.isCompound && this.#frequencyOf(word.related) === 0;
      const correction = mayBeSlip && options.correctSpelling ? this.#vocabulary.correct(word.word) : null;
      if (!correction) return { word, forms: [...own, ...related, ...longer] };
      corrections.push({ from: word.word, to: correction.word });
      return { word, forms: correction.forms.map((form) => ({ form, factor: correctionFactor })) };
    });
    return { terms, corrections };
  }

  #longerForms(word: QueryWord): { form: string; factor: number }[] {
    if (word.isCode || word.word.length < leastLongerFrom) return [];
    return this.#vocabulary
      .formsWithPrefix(word.word, mostLonger)
      .filter((form) => !word.forms.includes(form) && !word.related.includes(form))
      .map((form) => ({ form, factor: longerFactor }));
  }

  #addScores(sums: ScoreSums, term: SearchTerm, worths: Float64Array): void {
    const found = term.forms.filter(({ form }) => this.#postings.frequency(form) > 0);
    const weight = this.weightOf(term.word);
    // Of several forms of one word the best counts.
    if (found.length > 1) sums.beginBest();
    for (const { form, factor } of found) this.#scoreForm(form, weight * factor, worths, sums);
    if (found.length > 1) sums.endBest();
  }

  #makeWorths(): Float64Array {
    const fieldCount = this.#fields.length;
    const averages = this.#totalLengths.map((total) => Math.max(1, total / Math.max(1, this.size)));
    const worths = new Float64Array(this.#documents.length * fieldCount);
    this.#documents.forEach((document, number) => {
      for (let field = 0; document && field < fieldCount; field += 1) {
        const discount = this.#discounts[field] ?? 0.75;
        const relativeLength = (document.lengths[field] ?? 0) / (averages[field] ?? 1);
        worths[number * fieldCount + field] =
          (this.#weights[field] ?? 1) / (1 - discount + discount * relativeLength);
      }
    });
    return worths;
  }

  #makeWholeWorths(): Float64Array {
    const fieldCount = this.#fields.length;
    const sum = (lengths: readonly number[]) => lengths.reduce((whole, length) => whole + length, 0);
    const average = Math.max(1, sum(this.#totalLengths) / Math.max(1, this.size));
    const worths = new Float64Array(this.#documents.length * fieldCount);
    this.#documents.forEach((document, number) => {
      if (!document) return;
      const worth = 1 / (1 - wholeDiscount + (wholeDiscount * sum(document.lengths)) / average);
      worths.fill(worth, number * fieldCount, (number + 1) * fieldCount);
    });
    return worths;
  }

  #scoreForm(form: string, factor: number, worths: Float64Array, sums: ScoreSums): void {
    const posting = this.#postings.get(form);
    if (!posting) return;
    const weight = factor * (saturation + 1);
    const fieldCount = this.#fields.length;
    const { bits, mask } = this.#postings;
    const { documents, counts } = posting;
    for (let at = 0; at < documents.length; at += 1) {
      const number = documents[at] ?? 0;
      let frequency = 0;
      let worth = number * fieldCount;
      for (let packed = counts[at] ?? 0; packed !== 0; packed >>= bits) {
        frequency += (worths[worth] ?? 0) * (packed & mask);
        worth += 1;
      }
      // Of a document that is gone nothing is worth anything.
      if (frequency > 0) sums.add(number, (weight * frequency) / (saturation + frequency));
    }
  }

  #inverseFrequency(documentCount: number): number {
    return Math.log(1 + (this.size - documentCount + 0.5) / (documentCount + 0.5));
  }

  #obeys(document: StoredDocument, number: number, query: ParsedQuery): boolean {
    if (query.excluded.some((word) => word.forms.some((form) => this.#postings.countsIn(form, number) !== 0)))
      return false;
    if (query.phrases.length === 0) return true;
    document.rows ??= document.texts.map((text) => phraseRow(text, document.language));
    const rows = document.rows;
    return query.phrases.every((phrase) => {
      const sought = phraseRow(phrase, document.language);
      return rows.some((row) => row.includes(sought));
    });
  }

  #toHit(number: number, score: number, terms: readonly SearchTerm[]): RankedHit<F> | undefined {
    const document = this.#documents[number];
    if (!document) return undefined;
    const matched: Partial<Record<F, string[]>> = {};
    const matchedWords = new Set<string>();
    const found = this.#fields.map(() => 0);
    const { bits, mask } = this.#postings;
    for (const { word, forms } of terms) {
      for (const { form } of forms) {
        let packed = this.#postings.countsIn(form, number);
        for (let at = 0; packed !== 0; packed >>= bits, at += 1) {
          const field = this.#fields[at];
          if ((packed & mask) === 0 || field === undefined) continue;
          found[at] = (found[at] ?? 0) + 1;
          matchedWords.add(word.word);
          const list = matched[field] ?? [];
          if (!list.includes(word.word)) list.push(word.word);
          matched[field] = list;
        }
      }
    }
    const coverage: Partial<Record<F, number>> = {};
    this.#fields.forEach((field, at) => {
      const all = document.distinct[at] ?? 0;
      if (all > 0) coverage[field] = Math.min(1, (found[at] ?? 0) / all);
    });
    return { id: document.id, score, matched, matchedWords: [...matchedWords], coverage };
  }

  #compact(): void {
    const numbers = new Map<number, number>();
    const alive: StoredDocument[] = [];
    this.#documents.forEach((document, number) => {
      if (document) numbers.set(number, alive.push(document) - 1);
    });
    this.#documents = alive;
    alive.forEach((document, number) => {
      this.#numbers.set(document.id, number);
    });
    this.#postings.renumber(numbers);
  }
}
