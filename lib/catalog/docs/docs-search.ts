import { z } from "zod";
import type { DocsPage } from "#lib/catalog/docs/pages.ts";
import { docsSections } from "#lib/catalog/docs/pages.ts";
import { plainWords } from "#lib/catalog/docs/plain-words.ts";
import { SearchIndex } from "#lib/ranking/bm25.ts";
import { highlightRanges, snippet } from "#lib/ranking/highlight.ts";
import { detectLanguage } from "#lib/ranking/language.ts";
import { parseQuery } from "#lib/ranking/query.ts";

export const docsSearchQuerySchema = z.strictObject({
  q: z.string().trim().min(1, "Write what to look for.").max(200, "Search with at most 200 characters."),
  version: z.string().max(40).optional(),
  /** While somebody types: the unfinished last word matches what begins with it. */
  typing: z.literal("1").optional(),
});

const ranges = z.array(z.tuple([z.number().int(), z.number().int()]));

export const docsHitSchema = z.object({
  page: z.string(),
  pageTitle: z.string(),
  section: z.string().nullable(),
  /** Null where the match stands before the first heading of its page. */
  heading: z.string().nullable(),
  headingMarks: ranges,
  excerpt: z.string(),
  excerptMarks: ranges,
});
export type DocsHit = z.infer<typeof docsHitSchema>;

export const docsHitsSchema = z.object({
  hits: z.array(docsHitSchema),
  total: z.number().int(),
  /** Spellings that were read as another word. */
  readAs: z.array(z.object({ from: z.string(), to: z.string() })),
});
export type DocsHits = z.infer<typeof docsHitsSchema>;

/** A section as it is searched. */
export type SearchedSection = {
  readonly page: string;
  readonly pageTitle: string;
  readonly section: string | null;
  readonly heading: string | null;
  readonly text: string;
};

/** The sections of pages; those without a word under their heading are found by the heading. */
export function searchedSections(pages: readonly DocsPage[]): SearchedSection[] {
  return pages.flatMap((page) => {
    const { slug, title, text } = page;
    const sections = docsSections(page).map(({ id, heading, text: body }) => ({
      page: slug,
      pageTitle: title,
      section: id,
      heading: id === null ? null : heading,
      text: body,
    }));
    const isBlank = text.trim() === "";
    return isBlank ? [{ page: slug, pageTitle: title, section: null, heading: null, text: "" }] : sections;
  });
}

const mostHits = 20;
const longestRead = 20_000;
const excerptLength = 160;
type Field = "title" | "heading" | "text";

/** Finds sections of one text of docs; made once for a version. */
export class DocsSearch {
  readonly #index = new SearchIndex<Field>({
    title: { weight: 1.5 },
    heading: { weight: 2.5 },
    text: { weight: 1 },
  });
  readonly #sections: readonly SearchedSection[];

  constructor(sections: readonly SearchedSection[]) {
    this.#sections = sections;
    const language = detectLanguage(sections.map(({ text }) => text.slice(0, 200)).join("\n"));
    sections.forEach(({ pageTitle, heading, text }, at) => {
      this.#index.put(String(at), { title: pageTitle, heading: heading ?? "", text }, language);
    });
  }

  /** The best sections for a query; quotes and minus signs keep their meaning, and slips are mended. */
  find(text: string, { isTyping = false } = {}): DocsHits {
    const query = parseQuery(text, { operators: true, prefixLast: isTyping });
    const asTyped = this.#index.search(query, { limit: mostHits, findsLonger: true });
    const found =
      asTyped.total > 0
        ? asTyped
        : this.#index.search(query, { limit: mostHits, correctSpelling: true, findsLonger: true });
    const words = [...query.words.map(({ word }) => word), ...found.corrections.map(({ to }) => to)];
    return {
      total: found.total,
      readAs: found.corrections.map(({ from, to }) => ({ from, to })),
      hits: found.hits.flatMap(({ id }) => {
        const section = this.#sections[Number(id)];
        return section ? [toHit(section, words, query.prefix)] : [];
      }),
    };
  }
}

function toHit(section: SearchedSection, words: readonly string[], prefix: string | null): DocsHit {
  const pairs = (list: readonly { start: number; end: number }[]) =>
    list.map(({ start, end }): [number, number] => [start, end]);
  const plain = plainWords(section.text.slice(0, longestRead));
  const excerpt = snippet(plain, words, excerptLength, prefix);
  return {
    page: section.page,
    pageTitle: section.pageTitle,
    section: section.section,
    heading: section.heading,
    headingMarks: pairs(highlightRanges(section.heading ?? section.pageTitle, words, prefix)),
    excerpt: excerpt.text,
    excerptMarks: pairs(excerpt.ranges),
  };
}
