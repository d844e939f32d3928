/** A block of Markdown: half-open offsets into the document. */
export interface Block {
  readonly kind: "heading" | "text" | "list" | "table" | "code";
  readonly start: number;
  readonly end: number;
  /** Heading level, 1 to 6; 0 for other blocks. */
  readonly level: number;
  /** Text of a heading without its marks. */
  readonly title: string;
}

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const headingPattern = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$/u;
const fencePattern = /^ {0,3}(`{3,}|~{3,})/u;
/** What turns the lines above it into a heading: `===` for the first level, `---` for the second. */
const underlinePattern = /^ {0,3}(=+|-+)[ \t]*$/u;
const breakPattern = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/u;
/** A line that cannot be part of a paragraph, so that no underline makes it a heading. */
const noParagraphPattern = /^(?: {4}|\t| {0,3}>)/u;
const listPattern = /^\s*(?:[-*+]|\d{1,3}[.)])[ \t]+\S/u;
const tablePattern = /^\s*\|.*\|\s*$/u;

/** The blocks of a Markdown text from an offset on, in order; what lies between them is white space. */
export function readBlocks(markdown: string, from = 0): Block[] {
  const lines = readLines(markdown, from);
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] as Line;
    if (line.text.trim() === "") {
      at += 1;
      continue;
    }
    const heading = headingPattern.exec(line.text);
    if (heading) {
      const title = (heading[2] ?? "").replace(/[*_`]/gu, "").trim();
      blocks.push({
        kind: "heading",
        start: line.start,
        end: line.end,
        level: heading[1]?.length ?? 1,
        title,
      });
      at += 1;
      continue;
    }
    const next = endOfBlock(lines, at);
    const underline = next.kind === "text" ? findUnderline(lines, at, next.end) : -1;
    if (underline > 0) {
      const last = lines[underline] as Line;
      const title = lines.slice(at, underline).map(({ text }) => text.trim());
      blocks.push({
        kind: "heading",
        start: line.start,
        end: last.end,
        level: last.text.trim().startsWith("=") ? 1 : 2,
        title: title.join(" ").replace(/[*_`]/gu, ""),
      });
      at = underline + 1;
      continue;
    }
    const last = lines[next.end - 1] as Line;
    blocks.push({ kind: next.kind, start: line.start, end: last.end, level: 0, title: "" });
    at = next.end;
  }
  return blocks;
}

function endOfBlock(lines: readonly Line[], at: number): { kind: Block["kind"]; end: number } {
  const text = lines[at]?.text ?? "";
  const fence = fencePattern.exec(text)?.[1];
  if (fence) {
    const closing = (line: string) => line.startsWith(fence) && line.replaceAll(fence.charAt(0), "") === "";
    let end = at + 1;
    while (end < lines.length && !closing(lines[end]?.text.trim() ?? "")) end += 1;
    return { kind: "code", end: Math.min(lines.length, end + 1) };
  }
  if (/^ {0,3}<!--/u.test(text)) {
    const end = lines.findIndex((line, place) => place >= at && line.text.includes("-->"));
    return { kind: "text", end: end < 0 ? lines.length : end + 1 };
  }
  if (breakPattern.test(text)) return { kind: "text", end: at + 1 };
  if (tablePattern.test(text))
    return { kind: "table", end: endWhile(lines, at, (line) => tablePattern.test(line)) };
  if (listPattern.test(text)) return { kind: "list", end: endOfList(lines, at) };
  return {
    kind: "text",
    end: endWhile(
      lines,
      at,
      (line) =>
        line.trim() !== "" &&
        !headingPattern.test(line) &&
        !fencePattern.test(line) &&
        !tablePattern.test(line) &&
        !listPattern.test(line),
    ),
  };
}

/** The line that underlines a heading among the lines of a paragraph, or -1. */
function findUnderline(lines: readonly Line[], at: number, end: number): number {
  if (/^ {0,3}<!--/u.test(lines[at]?.text ?? "")) return -1;
  for (let look = at; look < end; look += 1) {
    const text = lines[look]?.text ?? "";
    if (look > at && underlinePattern.test(text)) return look;
    if (noParagraphPattern.test(text)) return -1;
  }
  return -1;
}

/** A list goes on over blank lines as long as another item or an indented line follows. */
function endOfList(lines: readonly Line[], at: number): number {
  let end = at + 1;
  for (let look = end; look < lines.length; look += 1) {
    const text = lines[look]?.text ?? "";
    if (text.trim() === "") continue;
    const isBehindBlank = look > end;
    const belongs =
      listPattern.test(text) || (isBehindBlank ? /^\s{2,}\S/u.test(text) : !headingPattern.test(text));
    if (!belongs) break;
    end = look + 1;
  }
  return end;
}

function endWhile(lines: readonly Line[], at: number, belongs: (text: string) => boolean): number {
  let end = at + 1;
  while (end < lines.length && belongs(lines[end]?.text ?? "")) end += 1;
  return end;
}

function readLines(markdown: string, from: number): Line[] {
  const lines: Line[] = [];
  let start = from;
  while (start <= markdown.length) {
    const found = markdown.indexOf("\n", start);
    const end = found === -1 ? markdown.length : found;
    lines.push({ text: markdown.slice(start, end).replace(/\r$/u, ""), start, end });
    if (found === -1) break;
    start = end + 1;
  }
  return lines;
}
