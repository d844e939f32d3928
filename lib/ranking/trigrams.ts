/** The trigrams of a folded word in order, padded the way PostgreSQL's `pg_trgm` does: two spaces before, one after. */
export function trigrams(word: string): string[] {
  const padded = `  ${word} `;
  return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3));
}

/**
 * Greatest similarity between the query's set of trigrams and any stretch of the text's ordered trigrams:
 * `word_similarity` of `pg_trgm`, 0 to 1.
 */
export function wordSimilarity(queryTrigrams: ReadonlySet<string>, ordered: readonly string[]): number {
  let best = 0;
  for (let from = 0; from < ordered.length; from += 1) {
    if (!queryTrigrams.has(ordered[from] ?? "")) continue;
    const seen = new Set<string>();
    let common = 0;
    for (let to = from; to < ordered.length; to += 1) {
      const trigram = ordered[to] ?? "";
      if (!seen.has(trigram)) {
        seen.add(trigram);
        if (queryTrigrams.has(trigram)) common += 1;
      }
      best = Math.max(best, common / (queryTrigrams.size + seen.size - common));
      if (seen.size - common > queryTrigrams.size) break;
    }
  }
  return best;
}
