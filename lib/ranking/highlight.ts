import { queryForms, tokenize } from "#lib/ranking/tokenize.ts";

/** Half-open UTF-16 offsets. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export interface Snippet {
  readonly text: string;
  /** Where the snippet begins in the whole text. */
  readonly start: number;
  /** Offsets into the snippet. */
  readonly ranges: readonly TextRange[];
}

/** Where the words occur in a text, in any inflection; a word in typing matches as a prefix. */
export function highlightRanges(
  text: string,
  words: readonly string[],
  prefix: string | null = null,
): TextRange[] {
  const forms = new Set(words.flatMap((word) => tokenize(word).flatMap((token) => queryForms(token))));
  const ranges: TextRange[] = [];
  for (const token of tokenize(text)) {
    const isHit =
      queryForms(token).some((form) => forms.has(form)) || (prefix !== null && token.word.startsWith(prefix));
    const last = ranges.at(-1);
    if (!isHit) continue;
    if (last && token.start <= last.end)
      ranges[ranges.length - 1] = { start: last.start, end: Math.max(last.end, token.end) };
    else ranges.push({ start: token.start, end: token.end });
  }
  return ranges;
}

/** The stretch of a text with the most different words of the query, cut at white space. */
export function snippet(
  text: string,
  words: readonly string[],
  maxLength = 180,
  prefix: string | null = null,
): Snippet {
  const ranges = highlightRanges(text, words, prefix);
  if (text.length <= maxLength) return { text, start: 0, ranges };
  let bestStart = 0;
  let bestCount = -1;
  for (const { start } of [{ start: 0, end: 0 }, ...ranges]) {
    const within = ranges.filter((range) => range.start >= start && range.end <= start + maxLength * 0.8);
    const count = new Set(within.map((range) => text.slice(range.start, range.end).toLowerCase())).size;
    if (count > bestCount) {
      bestStart = start;
      bestCount = count;
    }
  }
  const roughStart = Math.max(0, bestStart - Math.floor(maxLength * 0.2));
  const start = roughStart === 0 ? 0 : text.indexOf(" ", roughStart) + 1;
  const roughEnd = Math.min(text.length, start + maxLength);
  const lastSpace = text.lastIndexOf(" ", roughEnd);
  const end = roughEnd === text.length || lastSpace <= start ? roughEnd : lastSpace;
  return {
    text: text.slice(start, end),
    start,
    ranges: ranges
      .filter((range) => range.start >= start && range.end <= end)
      .map((range) => ({ start: range.start - start, end: range.end - start })),
  };
}
