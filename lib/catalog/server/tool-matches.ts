import "server-only";
import type { CatalogQuery, Readiness } from "#lib/catalog/schema.ts";
import type { CatalogView } from "#lib/catalog/server/catalog-view.ts";
import type { ToolRanking } from "#lib/catalog/server/rank-tools.ts";
import { type OrderName, toolOrder } from "#lib/catalog/server/tool-orders.ts";
import { SlotSet } from "#lib/catalog/slot-set.ts";

const readyOrder: readonly Readiness["state"][] = [
  "works-now",
  "opens-elsewhere",
  "needs-model",
  "no-access",
  "not-connected",
  "blocked",
  "retired",
];

/** The slots of what a query matches, best first; without a query of all that the viewer may discover. */
export function matchSlots(visible: CatalogView, ranking: ToolRanking | null): readonly number[] {
  const { table } = visible.index;
  if (ranking) return ranking.slots;
  const { seen } = visible.slots;
  return table.slots().filter((slot) => seen.has(slot));
}

function inOrder(visible: CatalogView, slots: readonly number[], name: OrderName): number[] {
  const { table } = visible.index;
  const wanted = new SlotSet(table.capacity);
  for (const slot of slots) wanted.add(slot);
  return toolOrder(table, visible.prior, name).filter((slot) => wanted.has(slot));
}

/** Without a query: what works now first, then by use, then by name; what is going away last. */
function byReadiness(visible: CatalogView, slots: readonly number[]): number[] {
  const { table } = visible.index;
  const { usable } = visible.slots;
  const groups = Array.from({ length: 2 * readyOrder.length }, (): number[] => []);
  for (const slot of inOrder(visible, slots, "most-used")) {
    const isPublished = table.at(slot)?.row.lifecycle === "published";
    const group = readyOrder.indexOf(visible.readiness(slot, usable));
    groups[(isPublished ? 0 : readyOrder.length) + group]?.push(slot);
  }
  return groups.flat();
}

/** Slots of matches, best first, in the order that the reader wishes. */
export function sortSlots(
  visible: CatalogView,
  slots: readonly number[],
  sort: CatalogQuery["sort"],
  isRanked: boolean,
): readonly number[] {
  if (sort && sort !== "best") return inOrder(visible, slots, sort);
  return isRanked ? slots : byReadiness(visible, slots);
}
