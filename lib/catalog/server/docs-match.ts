import "server-only";
import type { CatalogHit } from "#lib/catalog/schema.ts";
import type { DocsSection } from "#lib/catalog/server/fill-index.ts";
import { snippet } from "#lib/ranking/highlight.ts";
import type { ParsedQuery } from "#lib/ranking/query.ts";

export type DocsMatch = NonNullable<CatalogHit["docsMatch"]>;

const longestRead = 20_000;

/** The stretch of a section that says most of the query, with its words marked. */
export function docsMatchOf({ heading, text }: DocsSection, query: ParsedQuery): DocsMatch {
  const words = query.words.map((word) => word.word);
  const { text: excerpt, ranges } = snippet(text.slice(0, longestRead), words);
  return { heading, excerpt, highlights: ranges.map(({ start, end }) => [start, end]) };
}
