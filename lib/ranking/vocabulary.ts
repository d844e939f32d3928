import { damerauLevenshtein } from "#lib/ranking/edit-distance.ts";

/** The words of an index as they are written, for prefixes and spelling; each leads to its indexed forms. */
export class Vocabulary {
  readonly #words = new Map<string, { count: number; forms: Map<string, number> }>();
  #sorted: string[] | null = null;
  readonly #byLength = new Map<number, Set<string>>();

  add(word: string, form: string): void {
    const entry = this.#words.get(word) ?? { count: 0, forms: new Map() };
    if (entry.count === 0) {
      this.#words.set(word, entry);
      this.#sorted?.splice(lowerBound(this.#sorted, word), 0, word);
      const sameLength = this.#byLength.get(word.length);
      if (sameLength) sameLength.add(word);
      else this.#byLength.set(word.length, new Set([word]));
    }
    entry.count += 1;
    entry.forms.set(form, (entry.forms.get(form) ?? 0) + 1);
  }

  remove(word: string, form: string): void {
    const entry = this.#words.get(word);
    if (!entry) return;
    entry.count -= 1;
    const left = (entry.forms.get(form) ?? 0) - 1;
    if (left > 0) entry.forms.set(form, left);
    else entry.forms.delete(form);
    if (entry.count > 0) return;
    this.#words.delete(word);
    this.#sorted?.splice(lowerBound(this.#sorted, word), 1);
    this.#byLength.get(word.length)?.delete(word);
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }

  /** Indexed forms of words that begin so, at most `limit` words. */
  formsWithPrefix(prefix: string, limit = 60): string[] {
    this.#sorted ??= [...this.#words.keys()].sort();
    const words = this.#sorted;
    const forms = new Set<string>();
    let at = lowerBound(words, prefix);
    for (let taken = 0; taken < limit && words[at]?.startsWith(prefix); at += 1, taken += 1) {
      for (const form of this.#words.get(words[at] ?? "")?.forms.keys() ?? []) forms.add(form);
    }
    return [...forms];
  }

  /**
   * The known word that an unknown one was probably meant to be, with its indexed forms: one edit apart from
   * five letters on (four-letter words have too many neighbours), two from ten, first letter alike unless the first two are swapped. The nearest wins,
   * then the more frequent.
   */
  correct(word: string): { word: string; forms: readonly string[] } | null {
    if (word.length < 5 || /\p{N}/u.test(word)) return null;
    const limit = word.length < 10 ? 1 : 2;
    let best: string | null = null;
    let bestRank = Number.POSITIVE_INFINITY;
    for (let length = word.length - limit; length <= word.length + limit; length += 1) {
      for (const other of this.#byLength.get(length) ?? []) {
        if (other[0] !== word[0] && !(other[0] === word[1] && other[1] === word[0])) continue;
        const distance = damerauLevenshtein(word, other, limit);
        if (distance > limit) continue;
        const rank = distance - Math.min(0.9, (this.#words.get(other)?.count ?? 0) / 1000);
        if (rank < bestRank || (rank === bestRank && best !== null && other < best)) {
          best = other;
          bestRank = rank;
        }
      }
    }
    const entry = best === null ? undefined : this.#words.get(best);
    return best !== null && entry ? { word: best, forms: [...entry.forms.keys()] } : null;
  }
}

function lowerBound(words: readonly string[], key: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? "") < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
