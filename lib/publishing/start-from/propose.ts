import type { ToolKind } from "#lib/catalog/schema.ts";
import { slugFromName } from "#lib/publishing/new-tool.ts";
import type { Start } from "#lib/publishing/start-from/start.ts";

type Proposal = { readonly kind: ToolKind; readonly name: string } & Partial<
  Omit<Start, "slug" | "kind" | "name">
>;

/** A start with what a reader found, and nothing where it found nothing. */
export function propose({ kind, name, words = {}, ...rest }: Proposal): Start {
  const shown = name.slice(0, 80);
  return {
    settings: {},
    sourceAddress: null,
    sourceDocument: null,
    security: [],
    notes: [],
    ...rest,
    kind,
    name: shown,
    slug: slugFromName(shown),
    words: { ...words, name: shown },
  };
}

/** Words for search out of what others call tags and keywords. */
export function tagsFrom(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.slice(0, 40)))].slice(0, 20);
}
