import "server-only";
import { getToolPage } from "#lib/catalog/server/get-tool-page.ts";
import { starterTools } from "#lib/catalog/server/starter-tools.ts";
import type { Viewer } from "#lib/identity/schema.ts";

const most = 4;

export type Starter = { readonly text: string; readonly toolSlug: string; readonly toolName: string };

/** Four requests that work now, from the person's own domain first: the first example request of each tool. */
export async function listStarters(viewer: Viewer): Promise<Starter[]> {
  const { cards } = await starterTools(viewer, 12);
  const starters: Starter[] = [];
  for (const card of cards) {
    if (starters.length === most) break;
    const page = await getToolPage(viewer, card.slug);
    const text =
      page.words.examples[0]?.request ??
      page.operations.find((operation) => operation.annotations.readOnly)?.exampleRequests[0];
    if (text) starters.push({ text, toolSlug: card.slug, toolName: card.name });
  }
  return starters;
}
