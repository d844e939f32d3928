import "server-only";
import { plainWords } from "#lib/catalog/docs/plain-words.ts";
import type { CatalogHit } from "#lib/catalog/schema.ts";
import type { DocsSection } from "#lib/catalog/server/fill-index.ts";
import { snippet } from "#lib/ranking/highlight.ts";
import type { ParsedQuery } from "#lib/ranking/query.ts";

export type DocsMatch = NonNullable<CatalogHit["docsMatch"]>;

const longestRead = 20_000;

/** Where a section stands, as people read it. */
export function placeOfSection({ pageTitle, heading, toolName }: DocsSection): string {
  if (heading === null) return pageTitle;
  // A page that only repeats the tool's name says nothing more.
  return pageTitle === toolName ? heading : `${pageTitle} › ${heading}`;
}

/** The stretch of a section that says most of the query, as plain words with those of the query marked. */
export function docsMatchOf(found: DocsSection, query: ParsedQuery): DocsMatch {
  const words = query.words.map((word) => word.word);
  const plain = plainWords(found.text.slice(0, longestRead));
  const { text: excerpt, ranges } = snippet(plain, words);
  const { page, section } = found;
  const highlights = ranges.map(({ start, end }): [number, number] => [start, end]);
  return { heading: placeOfSection(found), page, section, excerpt, highlights };
}
