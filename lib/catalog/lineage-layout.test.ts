import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LineageEdge, LineageNode } from "#lib/catalog/lineage.ts";
import { nearest } from "#lib/catalog/lineage.ts";
import { boxHeight, boxWidth, type LineageLayout, layOutLineage } from "#lib/catalog/lineage-layout.ts";

const graph = fc.integer({ min: 1, max: 50 }).chain((count) => {
  const ids = Array.from({ length: count }, (_, at) => `tool:t${at}`);
  const end = fc.constantFrom(...ids);
  return fc
    .array(fc.record({ from: end, to: end }), { maxLength: 120 })
    .map((edges) => ({ ids, edges, root: "tool:t0" }));
});

/** Points along each edge, as it is drawn. */
function walk({ points }: LineageLayout["edges"][number]) {
  return points.flatMap((point, at) => {
    const before = points[at - 1];
    if (!before) return [point];
    const steps = Array.from({ length: 21 }, (_, step) => step / 20);
    if (at % 2 === 0) return steps.map((t) => ({ x: before.x + (point.x - before.x) * t, y: point.y }));
    const middle = (before.x + point.x) / 2;
    return steps.map((t) => {
      const [a, b, c, d] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3];
      return {
        x: a * before.x + b * middle + c * middle + d * point.x,
        y: (a + b) * before.y + (c + d) * point.y,
      };
    });
  });
}

describe("any lineage of up to 50 parts", () => {
  test("has each part once, inside the drawing, and no two boxes overlap", () => {
    fc.assert(
      fc.property(graph, ({ ids, edges, root }) => {
        const { boxes, width, height } = layOutLineage(root, ids, edges);
        expect(boxes.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
        for (const [at, a] of boxes.entries()) {
          expect(a.x >= 0 && a.y >= 0 && a.x + boxWidth <= width && a.y + boxHeight <= height).toBe(true);
          for (const b of boxes.slice(at + 1)) {
            expect(Math.abs(a.x - b.x) >= boxWidth || Math.abs(a.y - b.y) >= boxHeight).toBe(true);
          }
        }
      }),
    );
  });

  test("has edges that begin and end at their boxes and run through no other", () => {
    fc.assert(
      fc.property(graph, ({ ids, edges, root }) => {
        const layout = layOutLineage(root, ids, edges);
        const boxOf = new Map(layout.boxes.map((box) => [box.id, box]));
        for (const edge of layout.edges) {
          const [left, right] = edge.isBack ? [edge.to, edge.from] : [edge.from, edge.to];
          expect(edge.points[0]?.x).toBe((boxOf.get(left)?.x ?? 0) + boxWidth);
          expect(edge.points.at(-1)?.x).toBe(boxOf.get(right)?.x);
          for (const { x, y } of walk(edge)) {
            const inside = layout.boxes.filter(
              (box) => x > box.x && x < box.x + boxWidth && y > box.y && y < box.y + boxHeight,
            );
            expect(inside.map(({ id }) => id)).toEqual([]);
          }
        }
      }),
    );
  });

  test("is drawn the same in whatever order its parts are listed", () => {
    fc.assert(
      fc.property(graph, ({ ids, edges, root }) => {
        const again = layOutLineage(root, ids.toReversed(), edges.toReversed());
        expect(again).toEqual(layOutLineage(root, ids, edges));
      }),
    );
  });
});

const edge = (from: string, to: string): LineageEdge => ({ from, to });
const column = (layout: LineageLayout, id: string) => layout.boxes.find((box) => box.id === id)?.x ?? -1;

test("what consumes stands left of what is consumed, and a circle is drawn against the direction", () => {
  const layout = layOutLineage(
    "b",
    ["a", "b", "c", "d"],
    [edge("a", "b"), edge("b", "c"), edge("c", "d"), edge("b", "d"), edge("d", "b")],
  );
  expect(column(layout, "a")).toBeLessThan(column(layout, "b"));
  expect(column(layout, "b")).toBeLessThan(column(layout, "c"));
  expect(column(layout, "c")).toBeLessThan(column(layout, "d"));
  expect(layout.edges.filter(({ isBack }) => isBack).map(({ from, to }) => [from, to])).toEqual([["d", "b"]]);
});

test("neighbours stand beside each other, so that a ladder has no crossing", () => {
  const pairs = ["1", "2", "3", "4", "5"].map((n) => [`m${6 - Number(n)}`, `s${n}`] as const);
  const layout = layOutLineage(
    "root",
    ["root", ...pairs.flat()],
    pairs.flatMap(([tool, source]) => [edge("root", tool), edge(tool, source)]),
  );
  const y = (id: string) => layout.boxes.find((box) => box.id === id)?.y;
  for (const [tool, source] of pairs) expect(y(source)).toBe(y(tool));
});

describe("too many parts", () => {
  const node = (id: string, distance: number): LineageNode => ({
    id,
    kind: "tool",
    name: id,
    toolKind: "http",
    href: null,
    distance,
  });

  test("leave the nearest, without what hung on those that are left out, and say how many are missing", () => {
    const far = ["f1", "f2", "f3"];
    const lineage = {
      root: "r",
      nodes: [node("r", 0), ...far.map((id) => node(id, 2)), node("n1", 1), node("n2", 1)],
      edges: [edge("r", "n1"), edge("r", "n2"), ...far.map((id) => edge("n2", id))],
    };
    const kept = nearest(lineage, 4);
    expect(kept.nodes.map(({ id }) => id)).toEqual(["r", "n1", "n2", "f1"]);
    expect(kept.edges).toEqual([edge("n2", "f1"), edge("r", "n1"), edge("r", "n2")]);
    expect(kept.omitted).toBe(2);
    expect(nearest(lineage, 2).omitted).toBe(4);
    expect(nearest(lineage).omitted).toBe(0);
  });
});
