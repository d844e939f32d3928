import type { Block } from "#lib/knowledge/markdown-blocks.ts";
import { readSentences } from "#lib/knowledge/sentences.ts";
import type { OpenSection } from "#lib/knowledge/split.ts";

/** A passage to be: offsets into the document. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly kind: "text" | "list" | "table" | "code";
  readonly headings: readonly { readonly path: readonly string[]; readonly at: number }[];
  readonly tableHead: string | null;
}

export const fewestWords = 60;
export const mostWords = 220;
/** A passage that has enough words takes no further block beyond this many. */
const comfortableWords = 150;

interface Piece {
  start: number;
  end: number;
  kind: Stretch["kind"];
  words: number;
  tableHead: string | null;
  /** Says that the next piece belongs to it: "The limits are:". */
  leadsOn: boolean;
}

/** How many words a text has; marks of Markdown alone are none. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,@/-]*/gu)?.length ?? 0;
}

/** Packs the blocks of each section into passages, then joins sections too short to stand alone. */
export function packBlocks(markdown: string, sections: readonly OpenSection[]): Stretch[] {
  const packed: Packed[] = [];
  for (const section of sections) {
    const pieces = section.blocks.flatMap((block) => cutBlock(markdown, block));
    for (const piece of packPieces(pieces)) {
      const headings = [{ path: section.headingPath, at: piece.start }];
      packed.push({ section, words: piece.words, stretch: { ...piece, headings } });
    }
  }
  return joinShort(markdown, packed);
}

function packPieces(pieces: readonly Piece[]): Piece[] {
  const packed: Piece[] = [];
  for (const piece of pieces) {
    const open = packed.at(-1);
    const together = (open?.words ?? 0) + piece.words;
    const fits =
      together <= (open?.leadsOn || (open?.words ?? 0) < fewestWords ? mostWords : comfortableWords);
    if (open && fits && piece.tableHead === null) {
      open.end = piece.end;
      open.words = together;
      open.leadsOn = piece.leadsOn;
      if (open.kind !== piece.kind) open.kind = "text";
    } else {
      packed.push({ ...piece });
    }
  }
  const last = packed.at(-1);
  const beforeLast = packed.at(-2);
  const isRemainder = last && beforeLast && last.words < fewestWords && last.tableHead === null;
  if (isRemainder && last.words + beforeLast.words <= mostWords) {
    beforeLast.end = last.end;
    beforeLast.words += last.words;
    packed.pop();
  }
  return packed;
}

interface Packed {
  readonly section: OpenSection;
  readonly stretch: Stretch;
  readonly words: number;
}

/**
 * Joins a short passage to its neighbour when one heading is above both: siblings, or a lead and its first child.
 * First where the result stays comfortable, then up to the limit, so that a short one goes to the smaller side.
 */
function joinShort(markdown: string, packed: readonly Packed[]): Stretch[] {
  let result = packed;
  for (const limit of [comfortableWords, mostWords]) {
    const joined: Packed[] = [];
    for (const item of result) {
      const before = joined.at(-1);
      const together = before && join(markdown, before, item);
      if (together && together.words <= limit) joined[joined.length - 1] = together;
      else joined.push(item);
    }
    result = joined;
  }
  return result.map(({ stretch }) => stretch);
}

function join(markdown: string, before: Packed, item: Packed): Packed | null {
  const isShort = before.words < fewestWords || item.words < fewestWords;
  if (!isShort || before.section === item.section || !areNeighbours(before.section, item.section))
    return null;
  const [first, ...others] = item.stretch.headings;
  const headings = [
    ...before.stretch.headings,
    ...(first ? [{ path: first.path, at: item.section.start }] : []),
    ...others,
  ];
  return {
    section: before.section,
    words: countWords(markdown.slice(before.stretch.start, item.stretch.end)),
    stretch: { ...before.stretch, end: item.stretch.end, kind: "text", headings },
  };
}

function areNeighbours(before: OpenSection, after: OpenSection): boolean {
  const parent = (path: readonly string[]) => path.slice(0, -1).join("\n");
  const isSibling = before.level === after.level && parent(before.headingPath) === parent(after.headingPath);
  return isSibling || before.headingPath.join("\n") === parent(after.headingPath);
}

/** A block as it is, or cut at sentences, items or rows when it has too many words. */
function cutBlock(markdown: string, block: Block): Piece[] {
  const text = markdown.slice(block.start, block.end);
  const kind = block.kind === "heading" ? "text" : block.kind;
  const words = countWords(text);
  if (words <= mostWords) {
    return [
      { start: block.start, end: block.end, kind, words, tableHead: null, leadsOn: /:\**\s*$/u.test(text) },
    ];
  }
  const head = kind === "table" ? text.split("\n").slice(0, 2).join("\n") : null;
  const pieces: Piece[] = [];
  for (const border of bordersOf(text, kind)) {
    const open = pieces.at(-1);
    const start = block.start + border.start;
    const end = block.start + border.end;
    const count = countWords(markdown.slice(start, end));
    if (open && open.words + count <= comfortableWords) {
      open.end = end;
      open.words += count;
    } else {
      pieces.push({
        start,
        end,
        kind,
        words: count,
        tableHead: pieces.length > 0 ? head : null,
        leadsOn: false,
      });
    }
  }
  return pieces;
}

function bordersOf(text: string, kind: Stretch["kind"]): { start: number; end: number }[] {
  if (kind === "text") return readSentences(text).map(({ start, end }) => ({ start, end }));
  const borders: { start: number; end: number }[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const end = at + line.length;
    const last = borders.at(-1);
    const goesOn = kind === "list" && last !== undefined && !/^\s{0,1}(?:[-*+]|\d{1,3}[.)])\s/u.test(line);
    if (goesOn) last.end = line.trim() === "" ? last.end : end;
    else if (line.trim() !== "") borders.push({ start: at, end });
    at = end + 1;
  }
  return borders;
}
