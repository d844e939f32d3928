import "server-only";
import {
  type Lineage,
  type LineageEdge,
  type LineageNode,
  lineageLevels,
  lineageSchema,
  nearest,
} from "#lib/catalog/lineage.ts";
import { operationBindingSchema } from "#lib/catalog/operation.ts";
import { toolKindSchema } from "#lib/catalog/schema.ts";
import { slugsOfConsumers, toolsWithBindings } from "#lib/catalog/server/lineage-repository.ts";
import { visibleIds } from "#lib/catalog/server/repository.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { sourceNames } from "#lib/knowledge/server/source-names.ts";
import { loadRules, subjectOf } from "#lib/policy/server/load-rules.ts";
import { visibleTools } from "#lib/policy/visible-tools.ts";

type Row = Awaited<ReturnType<typeof toolsWithBindings>>[number];
type Needs = {
  readonly tools: readonly string[];
  readonly sourceIds: readonly string[];
  readonly models: readonly string[];
};

const toolId = (slug: string) => `tool:${slug}`;

function needsOf({ bindings, modelAlias }: Row): Needs {
  const tools = new Set<string>();
  const sourceIds = new Set<string>();
  const models = new Set<string>(modelAlias ? [modelAlias] : []);
  for (const one of bindings) {
    // A binding that cannot be read says nothing about what it uses; its page tells that it cannot run.
    const binding = operationBindingSchema.safeParse(one).data;
    if (binding?.kind === "agent") for (const step of binding.steps) tools.add(step.tool);
    if (binding?.kind === "agent-loop") for (const one of binding.tools) tools.add(one.tool);
    if (binding?.kind === "knowledge") for (const id of binding.sourceIds) sourceIds.add(id);
    if (binding?.kind === "prompt" || binding?.kind === "agent-loop") models.add(binding.modelAlias);
  }
  return { tools: [...tools], sourceIds: [...sourceIds], models: [...models] };
}

class Collected {
  readonly nodes = new Map<string, LineageNode>();
  readonly edges = new Map<string, LineageEdge>();
  readonly rows = new Map<string, Row>();

  addTool(row: Row, distance: number): boolean {
    const id = toolId(row.slug);
    if (this.nodes.has(id)) return false;
    this.rows.set(row.slug, row);
    this.nodes.set(id, {
      id,
      kind: "tool",
      name: row.name,
      toolKind: toolKindSchema.parse(row.kind),
      href: `/catalog/${row.slug}`,
      distance,
    });
    return true;
  }

  addEdge(from: string, to: string): void {
    if (from !== to) this.edges.set(`${from} ${to}`, { from, to });
  }
}

/**
 * What a tool consumes (tools of its steps, knowledge sources, models) and which tools consume it, two levels each way.
 * Only tools that the viewer may find are in it, and nothing that is known through another tool alone.
 */
export async function toolLineage(viewer: Viewer, slug: string): Promise<Lineage> {
  const rules = await loadRules();
  const subject = subjectOf(viewer);
  const visible = visibleTools("discover", subject, rules);
  const [root] = await toolsWithBindings([slug], visible);
  if (!root) throw notFound("The tool");
  const usable = (ids: string[]) =>
    visibleIds({ AND: [{ id: { in: ids } }, visibleTools("use", subject, rules)] });

  const found = new Collected();
  found.addTool(root, 0);
  let frontier = [root];
  for (let distance = 1; distance <= lineageLevels; distance++) {
    const needs = new Map(frontier.map((row) => [row, needsOf(row)]));
    const next = await toolsWithBindings(
      [...needs.values()].flatMap(({ tools }) => tools),
      visible,
    );
    const known = new Set([...found.rows.keys(), ...next.map((row) => row.slug)]);
    const mayUse = await usable(frontier.map(({ id }) => id));
    for (const [row, { tools, sourceIds, models }] of needs) {
      const from = toolId(row.slug);
      for (const one of tools) if (known.has(one)) found.addEdge(from, toolId(one));
      for (const alias of models) addModel(found, from, alias, distance);
      await addSources(found, from, sourceIds, distance, mayUse.has(row.id));
    }
    frontier = next.filter((row) => found.addTool(row, distance));
  }

  let consumed = [slug];
  for (let distance = 1; distance <= lineageLevels; distance++) {
    const consumers = await toolsWithBindings(await slugsOfConsumers(consumed, visible), visible);
    const targets = new Set(consumed);
    for (const row of consumers) {
      for (const one of needsOf(row).tools)
        if (targets.has(one)) found.addEdge(toolId(row.slug), toolId(one));
    }
    consumed = consumers.filter((row) => found.addTool(row, -distance)).map((row) => row.slug);
  }
  return lineageSchema.parse(
    nearest({ root: toolId(slug), nodes: [...found.nodes.values()], edges: [...found.edges.values()] }),
  );
}

function addModel(found: Collected, from: string, alias: string, distance: number): void {
  const id = `model:${alias}`;
  found.addEdge(from, id);
  if (!found.nodes.has(id))
    found.nodes.set(id, { id, kind: "model", name: alias, toolKind: null, href: null, distance });
}

/** A source has a page for those who may use a tool that answers from it. */
async function addSources(
  found: Collected,
  from: string,
  ids: readonly string[],
  distance: number,
  mayRead: boolean,
): Promise<void> {
  for (const { slug, name } of await sourceNames(ids)) {
    const id = `source:${slug}`;
    found.addEdge(from, id);
    const before = found.nodes.get(id);
    if (before?.href) continue;
    found.nodes.set(id, {
      id,
      kind: "source",
      name,
      toolKind: null,
      href: mayRead ? `/sources/${slug}` : null,
      distance: before?.distance ?? distance,
    });
  }
}
