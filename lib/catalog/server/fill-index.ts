import "server-only";
import { type SearchedSection, searchedSections } from "#lib/catalog/docs/docs-search.ts";
import { docsPages } from "#lib/catalog/docs/pages.ts";
import type { EntryRow } from "#lib/catalog/server/repository.ts";
import { wordsOf } from "#lib/catalog/server/to-dto.ts";
import { ToolTable } from "#lib/catalog/server/tool-table.ts";
import { SearchIndex } from "#lib/ranking/bm25.ts";
import { fieldWeights, type StandardField } from "#lib/ranking/field-weights.ts";
import { fold } from "#lib/ranking/fold.ts";
import { detectLanguage } from "#lib/ranking/language.ts";
import { NameIndex } from "#lib/ranking/typos.ts";

export type DocsField = "heading" | "text";
export type DocsSection = SearchedSection & { readonly toolId: string; readonly toolName: string };

/** The indexes over all tools; changed in place, tool by tool. */
export type IndexParts = {
  readonly table: ToolTable;
  readonly head: SearchIndex<StandardField>;
  readonly names: NameIndex;
  readonly docs: SearchIndex<DocsField>;
  readonly sections: Map<string, DocsSection>;
  readonly sectionIds: Map<string, readonly string[]>;
};

export function emptyIndex(): IndexParts {
  return {
    table: new ToolTable(),
    head: new SearchIndex<StandardField>(fieldWeights),
    names: new NameIndex(),
    docs: new SearchIndex<DocsField>({ heading: { weight: 2 }, text: { weight: 1 } }),
    sections: new Map(),
    sectionIds: new Map(),
  };
}

/** An address that only repeats the name says nothing more. */
const letters = (text: string) => fold(text).replace(/[^\p{L}\p{N}]/gu, "");

/** Takes a tool into the indexes, or what changed of it. `inputs` are the words of what its operations take. */
export function putTool(parts: IndexParts, row: EntryRow, inputs: string): void {
  const { table, head, names, docs, sections, sectionIds } = parts;
  const words = wordsOf(row);
  const operations = row.currentVersion?.operations ?? [];
  const slot = table.put(row);
  const headTexts = {
    name: row.name,
    tags: [
      ...(letters(row.slug) === letters(row.name) ? [] : [row.slug]),
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
    inputs,
  };
  head.put(row.id, headTexts, undefined, slot);
  // A synonym that names the whole tool is an alias: who types it means this tool.
  names.put(row.id, [row.name, row.slug, ...words.synonyms]);
  dropSections(parts, row.id);
  const found = searchedSections(docsPages(words.docs, row.name)).map((section, at) => ({
    id: `${row.id}#${at}`,
    section: { ...section, toolId: row.id, toolName: row.name },
  }));
  if (found.length > 0)
    sectionIds.set(
      row.id,
      found.map(({ id }) => id),
    );
  const language = detectLanguage(words.docs);
  for (const { id, section } of found) {
    sections.set(id, section);
    docs.put(id, { heading: section.heading ?? section.pageTitle, text: section.text }, language, slot);
  }
}

/** Takes a tool out of the indexes. */
export function removeTool(parts: IndexParts, id: string): void {
  parts.table.remove(id);
  parts.head.remove(id);
  parts.names.put(id, []);
  dropSections(parts, id);
}

function dropSections({ docs, sections, sectionIds }: IndexParts, toolId: string): void {
  for (const id of sectionIds.get(toolId) ?? []) {
    sections.delete(id);
    docs.remove(id);
  }
  sectionIds.delete(toolId);
}
