import { readFrontMatter } from "#lib/knowledge/front-matter.ts";
import { readBlocks } from "#lib/knowledge/markdown-blocks.ts";
import { isFirstPage, titleOfPart } from "#lib/publishing/docs-import/order-files.ts";

export type SourcePage = {
  readonly path: string;
  readonly title: string;
  /** Markdown under the title; holds no heading of the first level. */
  readonly body: string;
  /** Line of the file on which `body` begins, as far as headings did not move. */
  readonly line: number;
};

function titleOfPath(path: string): string {
  const parts = path.split("/");
  const named = isFirstPage(path) ? parts.at(-2) : parts.at(-1);
  return titleOfPart(named ?? "") || "Overview";
}

/**
 * A file as one page: its first heading of the first level is the title, what stands before it comes under the title, and
 * further ones go down a level. A file without such a heading is named by its front matter or its name.
 */
export function readPage(path: string, text: string): SourcePage {
  const source = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const { fields, bodyStart } = readFrontMatter(source);
  const body = source.slice(bodyStart);
  const titles = readBlocks(body).filter(({ kind, level }) => kind === "heading" && level === 1);
  const [first, ...others] = titles;
  const title = (first?.title || fields.title || titleOfPath(path)).replace(/\s+/g, " ").slice(0, 200);
  let at = 0;
  let rest = "";
  for (const block of titles) {
    rest += body.slice(at, block.start);
    // As many lines as before, so that places in the page stay places in the file.
    const breaks = "\n".repeat(body.slice(block.start, block.end).split("\n").length - 1);
    rest += others.includes(block) ? `## ${block.title}${breaks}` : breaks;
    at = block.end;
  }
  rest += body.slice(at);
  const blank = /^(?:[ \t]*\n)*/.exec(rest)?.[0] ?? "";
  const line = source.slice(0, bodyStart).split("\n").length + blank.split("\n").length - 1;
  return { path, title, body: rest.slice(blank.length).trimEnd(), line };
}
