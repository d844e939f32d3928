import "server-only";
import { cache } from "react";
import { CatalogView } from "#lib/catalog/server/catalog-view.ts";
import { priorFacts } from "#lib/catalog/server/prior-facts.ts";
import { toolIndex } from "#lib/catalog/server/tool-index.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { hasGenerativeModel } from "#lib/models/server/has-generative-model.ts";
import { loadRules, subjectOf } from "#lib/policy/server/load-rules.ts";

/** What most readers of the catalog need of it. */
export type VisibleCatalog = Pick<CatalogView, "index" | "cards" | "facts">;

/**
 * The catalog as this viewer sees it now; read once per page, however many of its panes ask. Visibility is decided by
 * the rules of this moment.
 */
export const loadCards = cache(async (viewer: Viewer): Promise<CatalogView> => {
  const [index, prior, rules, hasModel] = await Promise.all([
    toolIndex(),
    priorFacts(),
    loadRules(),
    hasGenerativeModel(),
  ]);
  return new CatalogView({ index, prior, rules, subject: subjectOf(viewer), hasModel });
});
