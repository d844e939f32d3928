import "server-only";
import { loadCards } from "#lib/catalog/server/load-cards.ts";
import { requireEditableTool } from "#lib/catalog/server/require-editable-tool.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { type FailureTrace, failureTraceSchema } from "#lib/publishing/failure-trace.ts";
import { callTrace } from "#lib/telemetry/server/tool-usage.ts";

/** The calls of the run in which a call of one's tool failed: which tools, in what order, how long. Nobody's words. */
export async function failureTrace(viewer: Viewer, slug: string, id: string): Promise<FailureTrace> {
  const tool = await requireEditableTool(viewer, slug);
  const rows = await callTrace(tool.id, id);
  if (rows.length === 0) throw notFound("The call");
  const { cards } = await loadCards(viewer);
  return failureTraceSchema.parse({
    calls: rows.map(({ toolId, operationName, occurredAt, ...row }) => {
      const card = cards.get(toolId);
      return {
        ...row,
        tool: card ? { slug: card.slug, name: card.name } : null,
        operation: card ? operationName : null,
        occurredAt: occurredAt.toISOString(),
      };
    }),
  });
}
