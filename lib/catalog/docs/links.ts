import type { Nodes } from "mdast";
import { readBlocks } from "#lib/knowledge/markdown-blocks.ts";
import { readMarkdown } from "#lib/read-markdown.ts";

/** A link or an image as it stands in a text. */
export type DocsLink = {
  readonly kind: "link" | "image" | "reference";
  readonly target: string;
  /** What an image shows; null for a link. */
  readonly alt: string | null;
  /** The line of the text, counted from 1. */
  readonly line: number;
};

const mayHoldLink = /\]\s*[([]|<[a-z][a-z0-9+.-]*:/i;

function collect(node: Nodes, line: number, found: DocsLink[]): void {
  const place = line + (node.position?.start.line ?? 1) - 1;
  if (node.type === "link") found.push({ kind: "link", target: node.url, alt: null, line: place });
  if (node.type === "image")
    found.push({ kind: "image", target: node.url, alt: node.alt ?? "", line: place });
  if (node.type === "linkReference" || node.type === "imageReference") {
    found.push({ kind: "reference", target: node.label ?? node.identifier, alt: null, line: place });
  }
  if ("children" in node) for (const child of node.children) collect(child, line, found);
}

/** All links and images of a Markdown text, in order. Only blocks that may hold one are parsed. */
export function docsLinks(text: string): DocsLink[] {
  const found: DocsLink[] = [];
  // Definitions stand apart from what refers to them, so such a text is parsed whole.
  if (/^ {0,3}\[[^\]]+\]:/m.test(text)) {
    for (const block of readMarkdown(text).blocks) collect(block, 1, found);
    return found;
  }
  let at = 0;
  let line = 1;
  for (const { kind, start, end } of readBlocks(text)) {
    const source = text.slice(start, end);
    if (kind === "code" || !mayHoldLink.test(source)) continue;
    for (let next = text.indexOf("\n", at); next !== -1 && next < start; next = text.indexOf("\n", at)) {
      at = next + 1;
      line += 1;
    }
    for (const block of readMarkdown(source).blocks) collect(block, line, found);
  }
  return found;
}
