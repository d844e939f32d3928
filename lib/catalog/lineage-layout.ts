import type { LineageEdge } from "#lib/catalog/lineage.ts";
import { toLayers } from "#lib/catalog/lineage-layers.ts";

export const boxWidth = 208;
export const boxHeight = 44;
const columnGap = 64;
const rowGap = 12;
/** Height kept free where an edge passes a column. */
const laneHeight = 12;

export type Box = { readonly id: string; readonly x: number; readonly y: number };
type Point = { readonly x: number; readonly y: number };

export type DrawnEdge = {
  readonly from: string;
  readonly to: string;
  /** Runs right to left: it closes a circle. */
  readonly isBack: boolean;
  /** From its left to its right end: between two points of one column a line, between columns a curve. */
  readonly points: readonly Point[];
};

export type LineageLayout = {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly edges: readonly DrawnEdge[];
};

/**
 * Places the parts of a lineage in columns, in units of one pixel at full size. No two boxes overlap, and no edge runs
 * through a box: in a column it keeps to its own lane, between columns to the gap. The same graph gives the same
 * drawing, in whatever order its parts are listed.
 */
export function layOutLineage(
  root: string,
  ids: readonly string[],
  edges: readonly LineageEdge[],
): LineageLayout {
  const { layers, routes } = toLayers(root, ids, edges);
  const heights = layers.map((slots) =>
    slots.reduce((sum, { edge }, at) => sum + (edge ? laneHeight : boxHeight) + (at > 0 ? rowGap : 0), 0),
  );
  const height = Math.max(boxHeight, ...heights);
  const boxes: Box[] = [];
  const lanes = new Map<string, Point>();
  layers.forEach((slots, column) => {
    const x = column * (boxWidth + columnGap);
    let y = (height - (heights[column] ?? 0)) / 2;
    for (const { id, edge } of slots) {
      const size = edge ? laneHeight : boxHeight;
      if (!edge) boxes.push({ id, x, y });
      lanes.set(id, { x, y: y + size / 2 });
      y += size + rowGap;
    }
  });
  return {
    width: layers.length * (boxWidth + columnGap) - columnGap,
    height,
    boxes,
    edges: routes.map(({ edge, isBack, slots }) => ({
      ...edge,
      isBack,
      points: slots.flatMap((id, at) => {
        const lane = lanes.get(id) ?? { x: 0, y: 0 };
        const start = { x: lane.x, y: lane.y };
        const end = { x: lane.x + boxWidth, y: lane.y };
        if (at === 0) return [end];
        return at === slots.length - 1 ? [start] : [start, end];
      }),
    })),
  };
}

/** The edge as the path of an SVG. Every second stretch, beginning with the first, bends between two columns. */
export function pathOf({ points }: DrawnEdge): string {
  return points
    .map(({ x, y }, at) => {
      const before = points[at - 1];
      if (!before) return `M${x} ${y}`;
      if (at % 2 === 0) return `L${x} ${y}`;
      const middle = (before.x + x) / 2;
      return `C${middle} ${before.y} ${middle} ${y} ${x} ${y}`;
    })
    .join("");
}
