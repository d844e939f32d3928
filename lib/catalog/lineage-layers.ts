import type { LineageEdge } from "#lib/catalog/lineage.ts";

/** A node of a layer: a part of the lineage, or (`edge` set) the place where a long edge passes through. */
export type Slot = { readonly id: string; readonly edge: LineageEdge | null };

export type Layered = {
  /** Left to right: what consumes before what is consumed. */
  readonly layers: readonly (readonly Slot[])[];
  /** Each edge with its slots from its left to its right end, one per layer; `isBack` when it runs right to left. */
  readonly routes: readonly {
    readonly edge: LineageEdge;
    readonly isBack: boolean;
    readonly slots: readonly string[];
  }[];
};

const byId = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Longest way from `root` along `next`; an edge that closes a circle is left out of the count. */
function depths(root: string, next: (id: string) => readonly string[]): Map<string, number> {
  const finished: string[] = [];
  const state = new Map<string, "open" | "done">();
  const closing = new Set<string>();
  const visit = (id: string) => {
    state.set(id, "open");
    for (const to of next(id)) {
      if (state.get(to) === "open") closing.add(`${id}\n${to}`);
      else if (!state.has(to)) visit(to);
    }
    state.set(id, "done");
    finished.push(id);
  };
  visit(root);
  const depth = new Map([[root, 0]]);
  for (const id of finished.toReversed()) {
    const here = depth.get(id) ?? 0;
    for (const to of next(id)) {
      if (!closing.has(`${id}\n${to}`)) depth.set(to, Math.max(depth.get(to) ?? 0, here + 1));
    }
  }
  return depth;
}

/** The layer of each node: the root's is 0, what it consumes stands right of it, what consumes it left. */
export function layerOf(
  root: string,
  ids: readonly string[],
  edges: readonly LineageEdge[],
): ReadonlyMap<string, number> {
  const consumed = new Map<string, string[]>();
  const consumers = new Map<string, string[]>();
  for (const { from, to } of edges) {
    consumed.set(from, [...(consumed.get(from) ?? []), to].toSorted(byId));
    consumers.set(to, [...(consumers.get(to) ?? []), from].toSorted(byId));
  }
  const right = depths(root, (id) => consumed.get(id) ?? []);
  const left = depths(root, (id) => (consumers.get(id) ?? []).filter((one) => !right.has(one)));
  const layers = new Map<string, number>();
  for (const [id, depth] of left) layers.set(id, -depth);
  for (const [id, depth] of right) layers.set(id, depth);
  // What hangs on neither side stands right of everything, in layers of its own.
  for (const id of ids.toSorted(byId)) {
    if (layers.has(id)) continue;
    const beyond = Math.max(...layers.values()) + 1;
    const apart = depths(id, (one) => (consumed.get(one) ?? []).filter((next) => !layers.has(next)));
    for (const [one, depth] of apart) layers.set(one, beyond + depth);
  }
  return layers;
}

/** Turns a graph into layers in which each edge runs between neighbours only, by slots where it passes a layer. */
export function toLayers(root: string, ids: readonly string[], allEdges: readonly LineageEdge[]): Layered {
  const known = new Set(ids);
  const edges = allEdges
    .filter(({ from, to }) => from !== to && known.has(from) && known.has(to))
    .toSorted((a, b) => byId(a.from, b.from) || byId(a.to, b.to));
  const layer = layerOf(root, ids, edges);
  const first = Math.min(...layer.values());
  const layers: Slot[][] = Array.from({ length: Math.max(...layer.values()) - first + 1 }, () => []);
  for (const id of ids.toSorted(byId)) layers[(layer.get(id) ?? 0) - first]?.push({ id, edge: null });
  const routes = edges.map((edge) => {
    const [from, to] = [layer.get(edge.from) ?? 0, layer.get(edge.to) ?? 0];
    const isBack = from > to;
    const [start, end] = isBack ? [edge.to, edge.from] : [edge.from, edge.to];
    const between = [];
    for (let at = Math.min(from, to) + 1; at < Math.max(from, to); at++) {
      const id = `${edge.from}\n${edge.to}\n${at}`;
      layers[at - first]?.push({ id, edge });
      between.push(id);
    }
    return { edge, isBack, slots: [start, ...between, end] };
  });
  return { layers: inOrder(layers, routes), routes };
}

/** Orders each layer by the middle of its neighbours, to and fro, so that few edges cross. */
function inOrder(layers: readonly (readonly Slot[])[], routes: Layered["routes"]): Slot[][] {
  const left = new Map<string, string[]>();
  const right = new Map<string, string[]>();
  for (const { slots } of routes) {
    slots.forEach((id, at) => {
      const next = slots[at + 1];
      if (next === undefined) return;
      right.set(id, [...(right.get(id) ?? []), next]);
      left.set(next, [...(left.get(next) ?? []), id]);
    });
  }
  let order = layers.map((slots) => [...slots]);
  for (let sweep = 0; sweep < 8; sweep++) {
    const isForth = sweep % 2 === 0;
    const neighbours = isForth ? left : right;
    const sorted = isForth ? order : order.toReversed();
    const place = new Map<string, number>();
    const next = sorted.map((slots) => {
      const middle = (id: string, at: number) => {
        const places = (neighbours.get(id) ?? []).flatMap((one) => place.get(one) ?? []);
        return places.length === 0 ? at : places.reduce((sum, one) => sum + one, 0) / places.length;
      };
      const ranked = slots
        .map((slot, at) => ({ slot, at, rank: middle(slot.id, at) }))
        .toSorted((a, b) => a.rank - b.rank || a.at - b.at)
        .map(({ slot }) => slot);
      ranked.forEach((slot, at) => {
        place.set(slot.id, at);
      });
      return ranked;
    });
    order = isForth ? next : next.toReversed();
  }
  return order;
}
