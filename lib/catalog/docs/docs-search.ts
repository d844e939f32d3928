import type { DocsHit, DocsHits } from "#lib/catalog/docs/docs-hits.ts";
import type { DocsPage } from "#lib/catalog/docs/pages.ts";
import { docsSections } from "#lib/catalog/docs/pages.ts";
import { plainWords } from "#lib/catalog/docs/plain-words.ts";
import { SearchIndex } from "#lib/ranking/bm25.ts";
import { highlightRanges, snippet } from "#lib/ranking/highlight.ts";
import { detectLanguage } from "#lib/ranking/language.ts";
import { parseQuery } from "#lib/ranking/query.ts";

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
