import "server-only";
import { cache } from "react";
import type { ToolCard } from "#lib/catalog/schema.ts";
import { visibleIds } from "#lib/catalog/server/repository.ts";
import { factsOf, toCard } from "#lib/catalog/server/to-dto.ts";
import { type ToolIndex, toolIndex } from "#lib/catalog/server/tool-index.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { hasGenerativeModel } from "#lib/models/server/has-generative-model.ts";
import { evaluate } from "#lib/policy/evaluate.ts";
import type { ToolFacts } from "#lib/policy/schema.ts";
import { loadRules, subjectOf } from "#lib/policy/server/load-rules.ts";
import { visibleTools } from "#lib/policy/visible-tools.ts";
import { toolUsage } from "#lib/telemetry/server/tool-usage.ts";

export type VisibleCatalog = {
  readonly index: ToolIndex;
  /** Cards of all tools that the viewer may discover, by id. */
  readonly cards: ReadonlyMap<string, ToolCard>;
  /** What policy knows of each of these tools. */
  readonly facts: ReadonlyMap<string, ToolFacts>;
};

/**
 * The catalog as this viewer sees it now; read once per page, however many of its panes ask. Visibility is decided by
 * the query's own filter.
 */
export const loadCards = cache(async (viewer: Viewer): Promise<VisibleCatalog> => {
  const [index, rules] = await Promise.all([toolIndex(), loadRules()]);
  const subject = subjectOf(viewer);
  const [ids, usage, hasModel] = await Promise.all([
    visibleIds(visibleTools("discover", subject, rules)),
    toolUsage(),
    hasGenerativeModel(),
  ]);
  const cards = new Map<string, ToolCard>();
  const facts = new Map<string, ToolFacts>();
  for (const [id, row] of index.entries) {
    if (!ids.has(id)) continue;
    const toolFacts = factsOf(row);
    facts.set(id, toolFacts);
    const access = evaluate("use", subject, toolFacts, rules);
    cards.set(id, toCard(row, access, hasModel, usage.get(id)));
  }
  return { index, cards, facts };
});
