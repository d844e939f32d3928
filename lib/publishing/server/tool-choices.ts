import "server-only";
import { loadCards } from "#lib/catalog/server/load-cards.ts";
import type { Viewer } from "#lib/identity/schema.ts";

export type ToolChoice = { readonly slug: string; readonly name: string };

/** The tools that can be named instead of one: all others that the viewer may find, by name. */
export async function toolChoices(viewer: Viewer, exceptSlug: string): Promise<ToolChoice[]> {
  const { cards } = await loadCards(viewer);
  return [...cards.values()]
    .filter(({ slug, lifecycle }) => slug !== exceptSlug && lifecycle !== "retired")
    .map(({ slug, name }) => ({ slug, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
