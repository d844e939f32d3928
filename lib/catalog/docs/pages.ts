import { referencePage } from "#lib/catalog/docs/address.ts";
import { type Block, readBlocks } from "#lib/knowledge/markdown-blocks.ts";
import { readMarkdown, slugMaker } from "#lib/read-markdown.ts";

/** One page of a tool's docs: what stands under a heading of the first level. */
export type DocsPage = {
  readonly slug: string;
  readonly title: string;
  /** Markdown under the title. */
  readonly text: string;
  /** The line of the docs, counted from 1, on which `text` begins. */
  readonly line: number;
};

/** A part of a page: what stands under one heading, or before the first. */
export type DocsSection = {
  /** The section's fragment of the address; null before the first heading. */
  readonly id: string | null;
  readonly heading: string;
  readonly level: number;
  readonly text: string;
  readonly line: number;
};

const untitled = "Untitled";

/** The words of a heading as a reader sees them; only one with mark-up needs to be parsed. */
function headingText(source: string, block: Block): string {
  const raw = source.slice(block.start, block.end);
  const isPlain = !/[\\`*_[\]<>&!~:@]/.test(raw);
  return (isPlain ? block.title : (readMarkdown(raw.trim()).headings[0]?.text ?? block.title)) || untitled;
}

/** Counts lines as it goes forward through a text. */
function lineCounter(source: string): (offset: number) => number {
  let at = 0;
  let line = 1;
  return (offset) => {
    for (let found = source.indexOf("\n", at); found !== -1 && found < offset; ) {
      line += 1;
      at = found + 1;
      found = source.indexOf("\n", at);
    }
    return line;
  };
}

/**
 * The pages of a tool's docs, in order: each heading of the first level begins one, and what stands before the first is
 * the page that bears the tool's name. Docs without such a heading are one page; blank docs have none.
 */
export function docsPages(markdown: string, toolName: string): DocsPage[] {
  const slugFor = slugMaker([referencePage]);
  const lineAt = lineCounter(markdown);
  const titles = readBlocks(markdown).filter(({ kind, level }) => kind === "heading" && level === 1);
  const pages: DocsPage[] = [];
  const add = (title: string, from: number, to: number) => {
    const text = markdown.slice(from, to);
    // The line break behind a title belongs to the title.
    const begin = from + (/^[ \t]*\r?\n/.exec(text)?.[0].length ?? 0);
    const body = markdown.slice(Math.min(begin, to), to).trimEnd();
    pages.push({ slug: slugFor(title), title, text: body, line: lineAt(begin) });
  };
  const first = titles[0]?.start ?? markdown.length;
  if (markdown.slice(0, first).trim() !== "") add(toolName, 0, first);
  titles.forEach((title, at) => {
    add(headingText(markdown, title), title.end, titles[at + 1]?.start ?? markdown.length);
  });
  return pages;
}

/** The sections of a page with the ids that their headings have when it is shown. */
export function docsSections({ text, line, title }: DocsPage): DocsSection[] {
  const idFor = slugMaker();
  const lineAt = lineCounter(text);
  const headings = readBlocks(text).filter(({ kind }) => kind === "heading");
  const sections: DocsSection[] = [];
  const before = text.slice(0, headings[0]?.start ?? text.length);
  if (before.trim() !== "") sections.push({ id: null, heading: title, level: 1, text: before.trim(), line });
  headings.forEach((block, at) => {
    const heading = headingText(text, block);
    const body = text.slice(block.end, headings[at + 1]?.start ?? text.length).trim();
    const place = line + lineAt(block.start) - 1;
    sections.push({ id: idFor(heading), heading, level: block.level, text: body, line: place });
  });
  return sections;
}

/** The pages before and after one. */
export function neighbours<Page extends { readonly slug: string }>(
  pages: readonly Page[],
  slug: string,
): { readonly previous: Page | null; readonly next: Page | null } {
  const at = pages.findIndex((page) => page.slug === slug);
  return {
    previous: at > 0 ? (pages[at - 1] ?? null) : null,
    next: at >= 0 ? (pages[at + 1] ?? null) : null,
  };
}
