import { z } from "zod";
import { toolKindSchema } from "#lib/catalog/schema.ts";

export const lineageNodeSchema = z.object({
  /** `tool:slug`, `source:slug` or `model:alias`. */
  id: z.string(),
  kind: z.enum(["tool", "source", "model"]),
  name: z.string(),
  toolKind: toolKindSchema.nullable(),
  /** Where this person can look at it; null when there is no page for them. */
  href: z.string().nullable(),
  /** Steps away from the tool: below 0 it consumes the tool, above 0 the tool consumes it, 0 is the tool itself. */
  distance: z.number().int(),
});
export type LineageNode = z.infer<typeof lineageNodeSchema>;

/** `from` consumes `to`. */
export const lineageEdgeSchema = z.object({ from: z.string(), to: z.string() });
export type LineageEdge = z.infer<typeof lineageEdgeSchema>;

/** What a tool is made of and what is made of it, as far as the viewer may find it. */
export const lineageSchema = z.object({
  root: z.string(),
  nodes: z.array(lineageNodeSchema),
  edges: z.array(lineageEdgeSchema),
  /** Further parts that the viewer may find, left out so that the drawing stays readable. */
  omitted: z.number().int(),
});
export type Lineage = z.infer<typeof lineageSchema>;

/** How many steps are followed each way. */
export const lineageLevels = 2;
export const lineageNodesAtMost = 50;

/** The nearest parts, and how many further ones there are. Of equals the first by name and id stay. */
export function nearest(lineage: Omit<Lineage, "omitted">, atMost = lineageNodesAtMost): Lineage {
  const sorted = lineage.nodes.toSorted(
    (a, b) =>
      Math.abs(a.distance) - Math.abs(b.distance) || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1),
  );
  const kept = connectedTo(lineage.root, sorted.slice(0, atMost), lineage.edges);
  const ids = new Set(kept.map(({ id }) => id));
  return {
    root: lineage.root,
    nodes: kept,
    edges: lineage.edges
      .filter(({ from, to }) => ids.has(from) && ids.has(to))
      .toSorted((a, b) => (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1)),
    omitted: lineage.nodes.length - kept.length,
  };
}

/** Without what only hung on a part that was left out. */
function connectedTo(
  root: string,
  nodes: readonly LineageNode[],
  edges: readonly LineageEdge[],
): LineageNode[] {
  const ids = new Set(nodes.map(({ id }) => id));
  const reached = new Set([root]);
  for (const id of reached) {
    for (const { from, to } of edges) {
      if (from === id && ids.has(to)) reached.add(to);
      if (to === id && ids.has(from)) reached.add(from);
    }
  }
  return nodes.filter(({ id }) => reached.has(id));
}
