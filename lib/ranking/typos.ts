import { damerauLevenshtein, maxEdits } from "#lib/ranking/edit-distance.ts";
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

/**
 * Names that a misspelt query may have meant. Trigrams find missing, doubled and wrong letters; edit distance
 * per word finds swapped ones, which trigrams miss; joined and split words are compared without their spaces.
 */
export class NameIndex {
  readonly #names = new Map<string, IndexedName[]>();

  /** Sets the names (name and aliases) of an id; none removes it. */
  put(id: string, names: readonly string[]): void {
    if (names.length === 0) this.#names.delete(id);
    else
      this.#names.set(
        id,
        names.map((name) => indexName(id, name)),
      );
  }

  /** Best first, at most `limit`, only among `allowed`; an exact name has similarity 1. */
  suggest(query: string, options: { limit?: number; allowed?: ReadonlySet<string> } = {}): NameSuggestion[] {
    const words = wordsOf(query);
    if (words.length === 0) return [];
    const joined = words.join("");
    const sought = new Set(words.flatMap(trigrams));
    const found: NameSuggestion[] = [];
    for (const [id, names] of this.#names) {
      if (options.allowed?.has(id) === false) continue;
      let best: NameSuggestion | null = null;
      for (const name of names) {
        const similarity = compareNames(words, joined, sought, name);
        if (similarity >= alikeFrom && similarity > (best?.similarity ?? 0)) {
          best = { id, name: name.name, similarity };
        }
      }
      if (best) found.push(best);
    }
    found.sort((left, right) => right.similarity - left.similarity || (left.name < right.name ? -1 : 1));
    return found.slice(0, options.limit ?? 5);
  }

  /** Ids whose name or alias is exactly the query, whatever its case, accents and punctuation. */
  exact(query: string, allowed?: ReadonlySet<string>): string[] {
    const joined = wordsOf(query).join("");
    if (joined === "") return [];
    return [...this.#names]
      .filter(([id, names]) => allowed?.has(id) !== false && names.some((name) => name.joined === joined))
      .map(([id]) => id);
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
