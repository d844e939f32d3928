import "server-only";
import { operationBindingSchema } from "#lib/catalog/operation.ts";
import { currentOperations, visibleIds } from "#lib/catalog/server/repository.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { madeSources } from "#lib/knowledge/server/team-sources.ts";
import { loadRules, subjectOf } from "#lib/policy/server/load-rules.ts";
import { visibleTools } from "#lib/policy/visible-tools.ts";

/** Ids of the sources that the viewer may read: those that a tool they may use answers from, and those they set up. */
export async function readableSources(viewer: Viewer): Promise<ReadonlySet<string>> {
  const usable = await visibleIds(visibleTools("use", subjectOf(viewer), await loadRules()));
  const [operations, made] = await Promise.all([currentOperations(), madeSources(viewer)]);
  return new Set([
    ...made,
    ...operations.flatMap((operation) => {
      if (!usable.has(operation.toolId)) return [];
      const binding = operationBindingSchema.parse(operation.binding);
      return binding.kind === "knowledge" ? binding.sourceIds : [];
    }),
  ]);
}

/** A source may be read by whoever set it up or may use a tool that answers from it. */
export async function mayReadSource(viewer: Viewer, sourceId: string): Promise<boolean> {
  return (await readableSources(viewer)).has(sourceId);
}
