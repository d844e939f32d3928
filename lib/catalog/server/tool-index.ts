import "server-only";
import type { EntryRow } from "#lib/catalog/server/repository.ts";
import { allEntries } from "#lib/catalog/server/repository.ts";
import { wordsOf } from "#lib/catalog/server/to-dto.ts";
import { listen } from "#lib/db/notify.ts";
import { SearchIndex } from "#lib/ranking/bm25.ts";
import { fieldWeights, type StandardField } from "#lib/ranking/field-weights.ts";
import { NameIndex } from "#lib/ranking/typos.ts";

export type DocsField = "heading" | "text";
export type DocsSection = { readonly toolId: string; readonly heading: string; readonly text: string };

/** All tools of the moment with their indexes. Who may see what is decided at each query. */
export type ToolIndex = {
  readonly entries: ReadonlyMap<string, EntryRow>;
  readonly head: SearchIndex<StandardField>;
  readonly names: NameIndex;
  readonly docs: SearchIndex<DocsField>;
  readonly sections: ReadonlyMap<string, DocsSection>;
};

export const catalogChannel = "weft_catalog";

function docsSections(toolId: string, markdown: string): DocsSection[] {
  return markdown
    .split(/^(?=#{1,4} )/m)
    .map((part) => {
      const [first = "", ...rest] = part.split("\n");
      const isHeading = /^#{1,4} /.test(first);
      return {
        toolId,
        heading: isHeading ? first.replace(/^#+\s*/, "").trim() : "Docs",
        text: (isHeading ? rest.join("\n") : part).trim(),
      };
    })
    .filter((section) => section.text.length > 0);
}

function build(rows: readonly EntryRow[]): ToolIndex {
  const head = new SearchIndex<StandardField>(fieldWeights);
  const names = new NameIndex();
  const docs = new SearchIndex<DocsField>({ heading: { weight: 2 }, text: { weight: 1 } });
  const sections = new Map<string, DocsSection>();
  for (const row of rows) {
    const words = wordsOf(row);
    const operations = row.currentVersion?.operations ?? [];
    head.put(row.id, {
      name: [row.name, row.slug],
      tags: [
        ...words.tags,
        ...words.synonyms,
        row.domain.name,
        ...operations.map((operation) => operation.title),
      ],
      text: [
        words.purpose,
        ...words.whenToUse,
        ...words.examples.map((example) => example.request),
        ...operations.flatMap((operation) => [operation.description, ...operation.exampleRequests]),
      ],
    });
    names.put(row.id, [row.name, row.slug]);
    docsSections(row.id, words.docs).forEach((section, at) => {
      const id = `${row.id}#${at}`;
      sections.set(id, section);
      docs.put(id, { heading: section.heading, text: section.text });
    });
  }
  return { entries: new Map(rows.map((row) => [row.id, row])), head, names, docs, sections };
}

type Held = { index: Promise<ToolIndex> | undefined; isListening: boolean };
const holder = globalThis as typeof globalThis & { weftToolIndex?: Held };
holder.weftToolIndex ??= { index: undefined, isListening: false };
const held = holder.weftToolIndex;

/** Forgets the index of this process; the next query builds it from the database. */
export function forgetToolIndex(): void {
  held.index = undefined;
}

/** The index of this process, built at first use and after each change of the catalog on any replica. */
export async function toolIndex(): Promise<ToolIndex> {
  if (!held.isListening) {
    held.isListening = true;
    await listen(catalogChannel, forgetToolIndex);
  }
  held.index ??= allEntries().then(build);
  const mine = held.index;
  try {
    return await mine;
  } catch (error) {
    if (held.index === mine) held.index = undefined;
    throw error;
  }
}
