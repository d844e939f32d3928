/** Half-open offsets into the text. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

const abbreviation =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|approx|no|nos|art|fig|mr|mrs|ms|dr|dra|sr|sra|p\.ex|ex|n|tel|ext|inc|ltd|lda|st)\.$/iu;
const listMark = /^\s*(?:>\s*)?(?:[-*+]|\d{1,3}[.)])[ \t]+/u;
const tableRule = /^\s*\|[\s:|-]+\|\s*$/u;
const headingMark = /^\s*#{1,6}\s/u;

/**
 * The sentences of a passage of Markdown. A list item begins a sentence, a table row is one; headings, table
 * rules and fences are none. Offsets leave out list marks and surrounding white space.
 */
export function readSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const stretch of readStretches(text)) sentences.push(...splitStretch(text, stretch));
  return sentences;
}

/** Paragraphs, list items and table rows: what no sentence runs across. */
function readStretches(text: string): Sentence[] {
  const stretches: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | null = null;
  let at = 0;
  let isCode = false;
  for (const line of text.split("\n")) {
    const start = at;
    at += line.length + 1;
    if (/^\s*(?:```|~~~)/u.test(line)) isCode = !isCode;
    const mark = listMark.exec(line)?.[0].length ?? 0;
    const isRow = /^\s*\|/u.test(line);
    if (
      line.trim() === "" ||
      headingMark.test(line) ||
      tableRule.test(line) ||
      isCode ||
      /^\s*(?:```|~~~)/u.test(line)
    ) {
      open = null;
    } else if (open && mark === 0 && !isRow) {
      open.end = start + line.length;
    } else {
      open = { start: start + mark, end: start + line.length };
      stretches.push(open);
      if (isRow) open = null;
    }
  }
  return stretches;
}

function splitStretch(text: string, stretch: Sentence): Sentence[] {
  const body = text.slice(stretch.start, stretch.end);
  if (body.trimStart().startsWith("|")) return trimmed(text, stretch.start, stretch.end);
  const sentences: Sentence[] = [];
  let begin = 0;
  for (const match of body.matchAll(/[.!?…]+["'”’»)\]*_]*(?=\s+["'“‘«([*_]*[\p{Lu}\p{N}])/gu)) {
    const end = match.index + match[0].length;
    if (abbreviation.test(body.slice(begin, match.index + 1))) continue;
    sentences.push(...trimmed(text, stretch.start + begin, stretch.start + end));
    begin = end;
  }
  return [...sentences, ...trimmed(text, stretch.start + begin, stretch.end)];
}

function trimmed(text: string, start: number, end: number): Sentence[] {
  const body = text.slice(start, end);
  const from = start + (body.length - body.trimStart().length);
  const to = end - (body.length - body.trimEnd().length);
  return from < to ? [{ start: from, end: to }] : [];
}
