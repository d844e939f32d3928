import { scanLinks } from "#lib/publishing/docs-import/scan-links.ts";

/** Says what stands in the place of a target; null leaves it as it is. */
export type Retarget = (link: {
  readonly kind: "link" | "image";
  readonly target: string;
  /** Line of the text, from 1. */
  readonly line: number;
}) => string | null;

type Edit = { readonly start: number; readonly end: number; readonly text: string };

/**
 * A Markdown text in which the targets of links and images are others, and links by reference hold their target, because
 * pages are shown one by one. Everything else stays letter by letter.
 */
export function rewriteLinks(text: string, retarget: Retarget): string {
  const { links, definitions } = scanLinks(text);
  const edits: Edit[] = definitions.map((place) => ({ ...place, text: "" }));
  let line = 1;
  let at = 0;
  for (const { kind, target, start, end, write } of links.toSorted((a, b) => a.start - b.start)) {
    for (let next = text.indexOf("\n", at); next !== -1 && next < start; next = text.indexOf("\n", at)) {
      at = next + 1;
      line += 1;
    }
    const other = retarget({ kind, target, line });
    const isByReference = text.charAt(start) === "]";
    if (other !== null || isByReference) edits.push({ start, end, text: write(other ?? target) });
  }
  let result = "";
  let from = 0;
  for (const edit of edits.sort((a, b) => a.start - b.start)) {
    if (edit.start < from) continue;
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}
