import "server-only";
import { loadCards } from "#lib/catalog/server/load-cards.ts";
import type { Viewer } from "#lib/identity/schema.ts";

/** How many tools the viewer may find, how many of them work now and how many are not open to them. */
export type MyAccess = { readonly found: number; readonly working: number; readonly closed: number };

export async function myAccess(viewer: Viewer): Promise<MyAccess> {
  const states = [...(await loadCards(viewer)).cards.values()].map((card) => card.readiness.state);
  return {
    found: states.length,
    working: states.filter((state) => state === "works-now").length,
    closed: states.filter((state) => state === "no-access").length,
  };
}
