import "server-only";
import { type LinkedPage, linkedPage } from "#lib/catalog/docs/check-docs.ts";
import { DocsSearch, searchedSections } from "#lib/catalog/docs/docs-search.ts";
import { type DocsPage, docsPages } from "#lib/catalog/docs/pages.ts";
import { docsOfVersion } from "#lib/catalog/server/docs-repository.ts";

/** The docs of one version as they were read; a version never changes, so neither does this. */
export class HeldDocs {
  readonly pages: readonly DocsPage[];
  readonly size: number;
  #links: readonly LinkedPage[] | undefined;
  #search: DocsSearch | undefined;

  constructor(markdown: string, toolName: string) {
    this.pages = docsPages(markdown, toolName);
    this.size = markdown.length;
  }

  /** The pages with their links and sections. */
  get links(): readonly LinkedPage[] {
    this.#links ??= this.pages.map(linkedPage);
    return this.#links;
  }

  get search(): DocsSearch {
    this.#search ??= new DocsSearch(searchedSections(this.pages));
    return this.#search;
  }
}

/** Characters of docs that are held at once, of the versions that were asked for last. */
const mostHeld = 8_000_000;
const holder = globalThis as typeof globalThis & { weftHeldDocs?: Map<string, HeldDocs> };
holder.weftHeldDocs ??= new Map();
const held = holder.weftHeldDocs;

/** The docs of a version; no pages where nothing is written. */
export async function heldDocs(versionId: string): Promise<HeldDocs> {
  const known = held.get(versionId);
  // What was used last stands last.
  held.delete(versionId);
  const row = known ? null : await docsOfVersion(versionId);
  const docs = known ?? new HeldDocs(row?.docs ?? "", row?.name ?? "");
  held.set(versionId, docs);
  let total = [...held.values()].reduce((sum, { size }) => sum + size, 0);
  for (const [id, { size }] of held) {
    if (total <= mostHeld || id === versionId) break;
    held.delete(id);
    total -= size;
  }
  return docs;
}
