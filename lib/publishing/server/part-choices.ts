import "server-only";
import { loadCards } from "#lib/catalog/server/load-cards.ts";
import type { Viewer } from "#lib/identity/schema.ts";

export type PartChoice = { readonly slug: string; readonly name: string; readonly purpose: string };

/** The tools of which an agent can be made: published ones that answer here, by name. */
export async function partChoices(viewer: Viewer, exceptSlug: string): Promise<PartChoice[]> {
  const { cards } = await loadCards(viewer);
  return [...cards.values()]
    .filter(
      ({ slug, kind, lifecycle }) =>
        slug !== exceptSlug && kind !== "link" && (lifecycle === "published" || lifecycle === "deprecated"),
    )
    .map(({ slug, name, purpose }) => ({ slug, name, purpose }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
