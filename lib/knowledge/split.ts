import { readFrontMatter } from "#lib/knowledge/front-matter.ts";
import { type Block, readBlocks } from "#lib/knowledge/markdown-blocks.ts";
import { countWords, packBlocks } from "#lib/knowledge/pack-passages.ts";
import { detectLanguage, type TextLanguage } from "#lib/ranking/language.ts";

/** A heading with everything under it up to the next heading of any level. */
export interface Section {
  readonly id: string;
  readonly headingPath: readonly string[];
  readonly level: number;
  readonly start: number;
  readonly end: number;
  readonly page: number;
}

/** A stretch of a document that is quoted as a whole: `text` is exactly `markdown.slice(start, end)`. */
export interface Passage {
  /** Changes only with the passage's own words or headings. */
  readonly id: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly words: number;
  readonly kind: "text" | "list" | "table" | "code";
  /** Headings above each part of it, with where in `text` they begin to hold; at least one entry. */
  readonly headings: readonly { readonly path: readonly string[]; readonly from: number }[];
  /** Counted from 1, at 350 words a page. */
  readonly page: number;
  /** Rows of a table's head, when the passage goes on with a table that began before it. */
  readonly tableHead: string | null;
  readonly language: TextLanguage;
}

export interface SplitDocument {
  readonly title: string;
  readonly language: TextLanguage;
  readonly fields: Readonly<Record<string, string>>;
  readonly sections: readonly Section[];
  readonly passages: readonly Passage[];
}

const wordsPerPage = 350;

/**
 * Splits a Markdown document into sections and passages of 60 to 220 words. A passage is shorter only where
 * neither its section nor a neighbour under the same heading gives more.
 */
export function splitDocument(markdown: string, options: { language?: TextLanguage } = {}): SplitDocument {
  const { fields, bodyStart } = readFrontMatter(markdown);
  const blocks = readBlocks(markdown, bodyStart);
  const declared = fields.language === "pt" || fields.language === "en" ? fields.language : undefined;
  const language = options.language ?? declared ?? detectLanguage(markdown.slice(bodyStart));
  const firstHeading = blocks.find((block) => block.kind === "heading");
  const title = fields.title ?? firstHeading?.title ?? "";
  const sections = readSections(markdown, bodyStart, blocks);
  const identify = makeIdentifier();
  const pageAt = (offset: number) =>
    1 + Math.floor(countWords(markdown.slice(bodyStart, offset)) / wordsPerPage);
  const passages = packBlocks(markdown, sections).map((stretch): Passage => {
    const text = markdown.slice(stretch.start, stretch.end);
    return {
      id: identify("p", `${stretch.headings[0]?.path.join("\n")}\n${text}`),
      text,
      start: stretch.start,
      end: stretch.end,
      words: countWords(text),
      kind: stretch.kind,
      headings: stretch.headings.map(({ path, at }) => ({ path, from: at - stretch.start })),
      page: pageAt(stretch.start),
      tableHead: stretch.tableHead,
      language,
    };
  });
  return {
    title,
    language,
    fields,
    passages,
    sections: sections.map(({ headingPath, level, start, end }) => ({
      id: identify("s", headingPath.join("\n")),
      headingPath,
      level,
      start,
      end,
      page: pageAt(start),
    })),
  };
}

/** A section while its passages are cut: with the blocks under its heading. */
export interface OpenSection {
  readonly headingPath: readonly string[];
  readonly level: number;
  readonly start: number;
  end: number;
  readonly blocks: Block[];
}

function readSections(markdown: string, bodyStart: number, blocks: readonly Block[]): OpenSection[] {
  const sections: OpenSection[] = [];
  const path: { level: number; title: string }[] = [];
  for (const block of blocks) {
    if (block.kind === "heading") {
      while ((path.at(-1)?.level ?? 0) >= block.level) path.pop();
      path.push({ level: block.level, title: block.title });
      const headingPath = path.map((heading) => heading.title);
      sections.push({ headingPath, level: block.level, start: block.start, end: block.end, blocks: [] });
      continue;
    }
    if (sections.length === 0) {
      sections.push({ headingPath: [], level: 0, start: bodyStart, end: block.end, blocks: [] });
    }
    const open = sections.at(-1);
    open?.blocks.push(block);
    if (open) open.end = block.end;
  }
  return sections.filter((section) => markdown.slice(section.start, section.end).trim() !== "");
}

/** Ids from content: the same words under the same headings keep their id; a repetition gets a number. */
function makeIdentifier(): (prefix: string, content: string) => string {
  const seen = new Map<string, number>();
  return (prefix, content) => {
    const id = `${prefix}${hash(content)}`;
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  };
}

/** FNV-1a, twice with different starts: 64 bits that need no platform module. */
function hash(text: string): string {
  let first = 0x811c9dc5;
  let second = 0x9e3779b9;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ code, 0x01000193) + 0x7f4a7c15;
  }
  return (first >>> 0).toString(36).padStart(7, "0") + (second >>> 0).toString(36).padStart(7, "0");
}
