import "server-only";
import type { PriorFacts } from "#lib/catalog/server/prior-facts.ts";
import type { HeldTool, ToolTable } from "#lib/catalog/server/tool-table.ts";

/** Slots of all tools in an order that nobody's rights change; what somebody may not see is left out when it is read. */
export type ToolOrder = readonly number[];
export type OrderName = "name" | "most-used" | "newest";

type Usage = PriorFacts["usage"];
type Made = { version: number; usage: Usage; orders: Map<OrderName, ToolOrder> };
const made = new WeakMap<ToolTable, Made>();

type Sortable = HeldTool & { readonly slot: number; readonly people: number; readonly calls: number };

const byName = (a: Sortable, b: Sortable) =>
  a.sortName < b.sortName ? -1 : a.sortName > b.sortName ? 1 : a.slot - b.slot;
const published = ({ row }: Sortable) => row.currentVersion?.publishedAt.getTime() ?? 0;

const comparisons: Readonly<Record<OrderName, (a: Sortable, b: Sortable) => number>> = {
  name: byName,
  "most-used": (a, b) => b.people - a.people || b.calls - a.calls || byName(a, b),
  newest: (a, b) => published(b) - published(a) || byName(a, b),
};

/** All tools in one order; sorted once for each state of the catalog. */
export function toolOrder(
  table: ToolTable,
  { usage }: Pick<PriorFacts, "usage">,
  name: OrderName,
): ToolOrder {
  let known = made.get(table);
  if (known?.version !== table.version || known.usage !== usage) {
    known = { version: table.version, usage, orders: new Map() };
    made.set(table, known);
  }
  const order = known.orders.get(name) ?? sortTools(table, usage, name);
  known.orders.set(name, order);
  return order;
}

function sortTools(table: ToolTable, use: Usage, name: OrderName): ToolOrder {
  const tools = table.slots().flatMap((slot): Sortable[] => {
    const tool = table.at(slot);
    const usage = tool && use.get(tool.row.id);
    return tool ? [{ ...tool, slot, people: usage?.people ?? 0, calls: usage?.calls ?? 0 }] : [];
  });
  return tools.sort(comparisons[name]).map(({ slot }) => slot);
}
