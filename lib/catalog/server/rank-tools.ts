import "server-only";
import { explainRank } from "#lib/catalog/explain-rank.ts";
import type { VisibleCatalog } from "#lib/catalog/server/load-cards.ts";
import { catalogPrior, fuse } from "#lib/ranking/fuse.ts";
import { snippet } from "#lib/ranking/highlight.ts";
import { parseQuery } from "#lib/ranking/query.ts";

export type RankedTool = {
  readonly id: string;
  readonly why: string;
  readonly docsMatch: { readonly heading: string; readonly excerpt: string } | null;
};

export type ToolRanking = {
  readonly tools: readonly RankedTool[];
  readonly showingResultsFor: string | null;
};

const enoughHits = 5;
const weights = { head: 1, typos: 0.5, docs: 0.5 };

/**
 * Ranks the visible tools for a query: head words (BM25, OR), misspelt names when the head finds too little, and
 * docs sections, fused by reciprocal rank, then the small priors.
 */
export function rankTools(
  visible: VisibleCatalog,
  text: string,
  options: { isTyping: boolean },
): ToolRanking {
  const { index, cards } = visible;
  const allowed = new Set(cards.keys());
  const query = parseQuery(text, { operators: true, prefixLast: options.isTyping });
  const head = index.head.search(query, { allowed, limit: 1000 });
  const docs = index.docs.search(query, { limit: 400 });
  const sectionOf = new Map<string, string>();
  for (const hit of docs.hits) {
    const section = index.sections.get(hit.id);
    if (section && allowed.has(section.toolId) && !sectionOf.has(section.toolId))
      sectionOf.set(section.toolId, hit.id);
  }

  const corrected =
    head.hits.length < enoughHits
      ? index.head.search(query, { allowed, limit: 1000, correctSpelling: true })
      : head;
  const suggestions = head.hits.length < enoughHits ? index.names.suggest(text, { allowed, limit: 10 }) : [];
  const exact = index.names.exact(text, allowed);
  const hasOperators = query.phrases.length > 0 || query.excluded.length > 0;
  const typoIds = hasOperators ? [] : suggestions.map((suggestion) => suggestion.id);
  const headHits = hasOperators ? head.hits : corrected.hits;

  // Docs only reorder and add to what people see; a docs-only match of a single common word is noise.
  const docsIds = [...sectionOf.keys()];
  const fused = fuse(
    [
      { ids: headHits.map((hit) => hit.id), weight: weights.head },
      { ids: typoIds, weight: weights.typos },
      { ids: docsIds, weight: weights.docs },
    ],
    {
      pinned: exact,
      prior: (id) => {
        const card = cards.get(id);
        return catalogPrior({
          usersIn28Days: card?.usage.people ?? 0,
          isDeprecated: card?.lifecycle !== "published",
        });
      },
    },
  );

  const hitOf = new Map(headHits.map((hit) => [hit.id, hit]));
  // A spelling is only offered when a tool that this person may find has it, else it would tell of the others.
  const corrections = (hasOperators || head.hits.length >= enoughHits ? [] : corrected.corrections).filter(
    ({ from }) => headHits.some((hit) => hit.matchedWords.includes(from)),
  );
  const respelt = corrections.reduce(
    (sentence, { from, to }) => sentence.replace(new RegExp(`\\b${escapeRegExp(from)}\\b`, "iu"), to),
    text,
  );
  const nearestName = head.hits.length === 0 && corrections.length === 0 ? suggestions[0]?.name : undefined;
  const showing = respelt !== text ? respelt : (nearestName ?? null);
  return {
    tools: fused.map((hit) => {
      const sectionId = sectionOf.get(hit.id);
      const section = sectionId ? index.sections.get(sectionId) : undefined;
      const headHit = hitOf.get(hit.id);
      return {
        id: hit.id,
        why: explainRank({
          query: text,
          matched: headHit?.matched ?? {},
          corrections,
          docsHeading: section && !headHit ? section.heading : null,
          isExactName: hit.isPinned,
        }),
        docsMatch: section
          ? {
              heading: section.heading,
              excerpt: snippet(
                section.text,
                query.words.map((word) => word.word),
              ).text,
            }
          : null,
      };
    }),
    showingResultsFor: exact.length > 0 ? null : showing,
  };
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
