import "server-only";
import { starterTools } from "#lib/catalog/server/starter-tools.ts";
import { suggestTools } from "#lib/catalog/server/suggest-tools.ts";
import type { Viewer } from "#lib/identity/schema.ts";

const most = 8;

export type MentionSuggestion = {
  readonly slug: string;
  readonly name: string;
  readonly purpose: string;
  readonly ready: string;
};

/** Tools that can be named in a message: before anything is typed those that work now, then by what is typed. */
export async function suggestMentions(viewer: Viewer, words: string): Promise<MentionSuggestion[]> {
  const typed = words.replaceAll("-", " ").trim();
  const cards = typed
    ? await suggestTools(viewer, { words: typed, limit: most })
    : (await starterTools(viewer, most)).cards;
  return cards
    .filter((card) => card.kind !== "link")
    .map((card) => ({
      slug: card.slug,
      name: card.name,
      purpose: card.purpose,
      ready: card.readiness.label,
    }));
}
