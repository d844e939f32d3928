import type { IdSet } from "#lib/ranking/bm25.ts";
import { damerauLevenshtein, maxEdits } from "#lib/ranking/edit-distance.ts";
import { bestFirst, ScoreSums } from "#lib/ranking/score-sums.ts";
import { tokenize } from "#lib/ranking/tokenize.ts";
import { trigrams, wordSimilarity } from "#lib/ranking/trigrams.ts";

export interface NameSuggestion {
  readonly id: string;
  readonly name: string;
  /** 0 to 1. */
  readonly similarity: number;
}

interface IndexedName {
  readonly id: string;
  readonly name: string;
  readonly words: readonly string[];
  readonly joined: string;
  readonly trigrams: readonly string[];
}

/** From here on two names count as alike (the bound of `pg_trgm`'s `word_similarity` in the design). */
const alikeFrom = 0.4;
/** So many names, those that share the rarest trigrams with the query, are compared letter by letter. */
const mostCompared = 120;

/**
 * Names that a misspelt query may have meant. Trigrams find missing, doubled and wrong letters; edit distance
 * per word finds swapped ones, which trigrams miss; joined and split words are compared without their spaces.
 */
export class NameIndex {
  #names: (IndexedName | undefined)[] = [];
  readonly #numbersOf = new Map<string, number[]>();
  readonly #byTrigram = new Map<string, number[]>();
  readonly #byJoined = new Map<string, Set<string>>();
  #live = 0;
  readonly #sums = new ScoreSums();

  /** Sets the names (name and aliases) of an id; none removes it. Two spellings of one name count once. */
  put(id: string, names: readonly string[]): void {
    for (const number of this.#numbersOf.get(id) ?? []) this.#drop(number);
    this.#numbersOf.delete(id);
    const indexed = new Map(names.map((name) => indexName(id, name)).map((name) => [name.joined, name]));
    const first = [...indexed.values()].filter((name) => name.joined !== "");
    if (first.length > 0)
      this.#numbersOf.set(
        id,
        first.map((name) => this.#add(name)),
      );
    if (this.#names.length > 64 && this.#names.length > this.#live * 2) this.#compact();
  }

  /** Best first, at most `limit`, only among `allowed`; an exact name has similarity 1. */
  suggest(query: string, options: { limit?: number; allowed?: IdSet } = {}): NameSuggestion[] {
    const words = wordsOf(query);
    if (words.length === 0) return [];
    const joined = words.join("");
    const sought = new Set(words.flatMap(trigrams));
    const best = new Map<string, NameSuggestion>();
    for (const name of this.#candidates(sought, options.allowed)) {
      const similarity = compareNames(words, joined, sought, name);
      if (similarity < alikeFrom || similarity <= (best.get(name.id)?.similarity ?? 0)) continue;
      best.set(name.id, { id: name.id, name: name.name, similarity });
    }
    return [...best.values()]
      .sort((left, right) => right.similarity - left.similarity || (left.name < right.name ? -1 : 1))
      .slice(0, options.limit ?? 5);
  }

  /** Ids whose name or alias is exactly the query, whatever its case, accents and punctuation. */
  exact(query: string, allowed?: IdSet): string[] {
    const ids = this.#byJoined.get(wordsOf(query).join("")) ?? [];
    return [...ids].filter((id) => allowed?.has(id) !== false);
  }

  #candidates(sought: ReadonlySet<string>, allowed: IdSet | undefined): IndexedName[] {
    const sums = this.#sums;
    sums.begin(this.#names.length);
    for (const trigram of sought) {
      const numbers = this.#byTrigram.get(trigram) ?? [];
      const rarity = Math.log(1 + this.#names.length / Math.max(1, numbers.length));
      for (const number of numbers) sums.add(number, rarity);
    }
    const found = sums.touched.filter((number) => {
      const name = this.#names[number];
      return name !== undefined && allowed?.has(name.id) !== false;
    });
    return bestFirst(found, sums.scores, mostCompared)
      .best.slice(0, mostCompared)
      .flatMap((number) => this.#names[number] ?? []);
  }

  #add(name: IndexedName): number {
    const number = this.#names.push(name) - 1;
    for (const trigram of new Set(name.trigrams)) {
      const numbers = this.#byTrigram.get(trigram);
      if (numbers) numbers.push(number);
      else this.#byTrigram.set(trigram, [number]);
    }
    const sameName = this.#byJoined.get(name.joined);
    if (sameName) sameName.add(name.id);
    else this.#byJoined.set(name.joined, new Set([name.id]));
    this.#live += 1;
    return number;
  }

  #drop(number: number): void {
    const name = this.#names[number];
    if (!name) return;
    this.#names[number] = undefined;
    this.#live -= 1;
    const sameName = this.#byJoined.get(name.joined);
    sameName?.delete(name.id);
    if (sameName?.size === 0) this.#byJoined.delete(name.joined);
  }

  #compact(): void {
    const names = this.#names.filter((name) => name !== undefined);
    this.#names = [];
    this.#byTrigram.clear();
    this.#byJoined.clear();
    this.#numbersOf.clear();
    this.#live = 0;
    for (const name of names) {
      const numbers = this.#numbersOf.get(name.id) ?? [];
      numbers.push(this.#add(name));
      this.#numbersOf.set(name.id, numbers);
    }
  }
}

function wordsOf(text: string): string[] {
  const tokens = tokenize(text);
  return tokens
    .filter(
      (token, at) => token.isPart || !(tokens[at + 1]?.isPart && (tokens[at + 1]?.start ?? 0) < token.end),
    )
    .map((token) => token.word);
}

function indexName(id: string, name: string): IndexedName {
  const words = wordsOf(name);
  return { id, name, words, joined: words.join(""), trigrams: words.flatMap(trigrams) };
}

function compareNames(
  words: readonly string[],
  joined: string,
  sought: ReadonlySet<string>,
  name: IndexedName,
): number {
  if (joined === name.joined) return 1;
  const byTrigrams = wordSimilarity(sought, name.trigrams);
  const byEdits = editSimilarity(words, name.words);
  return Math.min(0.99, Math.max(byTrigrams, byEdits, joinedSimilarity(words, joined, name)));
}

/** How much of the query stands in the name word by word, each slip costing its share of the letters. */
function editSimilarity(words: readonly string[], nameWords: readonly string[]): number {
  let matched = 0;
  let total = 0;
  for (const word of words) {
    total += word.length;
    let best = 0;
    for (const other of nameWords) {
      const limit = maxEdits(Math.max(word.length, other.length));
      const distance = damerauLevenshtein(word, other, limit);
      if (distance <= limit) best = Math.max(best, 1 - distance / Math.max(word.length, other.length));
    }
    matched += best * word.length;
  }
  return total === 0 ? 0 : matched / total;
}

/** Words run together ("ticketdesk") or torn apart ("tick et"): some neighbouring words of the name, joined. */
function joinedSimilarity(words: readonly string[], joined: string, name: IndexedName): number {
  let best = 0;
  const candidates = words.length > 1 ? [joined, ...words] : [joined];
  for (const candidate of candidates) {
    const weight = candidate === joined ? 1 : candidate.length / joined.length;
    for (let from = 0; from < name.words.length; from += 1) {
      let run = "";
      for (let to = from; to < name.words.length && run.length <= candidate.length; to += 1) {
        run += name.words[to] ?? "";
        const limit = maxEdits(candidate.length);
        const distance = damerauLevenshtein(candidate, run, limit);
        if (distance <= limit) best = Math.max(best, weight * (1 - distance / candidate.length));
      }
    }
  }
  return best;
}
