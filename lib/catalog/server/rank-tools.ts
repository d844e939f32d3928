import "server-only";
import { explainRank } from "#lib/catalog/explain-rank.ts";
import type { CatalogView } from "#lib/catalog/server/catalog-view.ts";
import { type DocsMatch, docsMatchOf, placeOfSection } from "#lib/catalog/server/docs-match.ts";
import { SlotSet } from "#lib/catalog/slot-set.ts";
import type { IdSet } from "#lib/ranking/bm25.ts";
import { catalogPrior, fuse } from "#lib/ranking/fuse.ts";
import { type ParsedQuery, parseQuery } from "#lib/ranking/query.ts";

/** Why a tool is where it is; made for those that are shown. */
export type RankedTool = { readonly why: string; readonly docsMatch: DocsMatch | null };

export type ToolRanking = {
  /** Slots of all matches, best first. */
  readonly slots: readonly number[];
  readonly showingResultsFor: string | null;
  describe(id: string): RankedTool;
};

/** With fewer hits than this, other spellings are tried. */
const enoughHits = 5;
const weights = { head: 1, typos: 0.5, docs: 0.5 };
/** Words outside quotes, beyond which a query is a sentence. */
const mostWordsOfSearch = 6;
const mostTypos = 10;
const mostSections = 100;
/** Fused and moved by priors; what comes after follows in the order of its words alone. */
const mostFused = 300;

/**
 * Ranks the visible tools for a query: head words (BM25, OR), misspelt names when the head finds too little, and docs
 * sections, added up by how well they fit, then the small priors. In a search of a few words quotes and minus signs are
 * operators; a quoted phrase that no tool has is read as its words.
 */
export function rankTools(visible: CatalogView, text: string, options: { isTyping: boolean }): ToolRanking {
  const query = parseQuery(text, { operators: !isSentence(text), prefixLast: options.isTyping });
  const ranking = rankQuery(visible, text, query);
  if (ranking.slots.length > 0 || query.phrases.length === 0) return ranking;
  const unquoted = text
    .replace(/["“”„«»]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  const wider = rankTools(visible, unquoted, options);
  if (wider.slots.length === 0) return ranking;
  return { ...wider, showingResultsFor: wider.showingResultsFor ?? unquoted };
}

/** Somebody who writes a sentence quotes what they speak of; the marks are no operators there. */
function isSentence(text: string): boolean {
  const outside = text.replace(/["“”„«»][^"“”„«»]*["“”„«»]/gu, " ").match(/\p{L}+/gu) ?? [];
  return outside.length > mostWordsOfSearch;
}

function rankQuery(visible: CatalogView, text: string, query: ParsedQuery): ToolRanking {
  const { index } = visible;
  const { seen } = visible.slots;
  const allowed: IdSet = {
    has: (id) => {
      const slot = index.table.slotOf(id);
      return slot !== undefined && seen.has(slot);
    },
  };
  const hasOperators = query.phrases.length > 0 || query.excluded.length > 0;
  const options = { allowedKeys: seen, best: mostFused, findsLonger: true };
  const asTyped = index.head.rank(query, options);
  // In a search of a few words one that no tool says has no hits, however many the others have.
  const hasUnknown =
    query.words.length <= mostWordsOfSearch &&
    query.words.some((word) => !word.isPart && !index.head.knows(word, query.prefix));
  const isScarce = !hasOperators && (asTyped.total < enoughHits || hasUnknown);
  const head = isScarce ? index.head.rank(query, { ...options, correctSpelling: true }) : asTyped;
  const suggestions = isScarce ? index.names.suggest(text, { allowed, limit: mostTypos }) : [];
  const exact = index.names.exact(text, allowed);
  const docs = bestSections(visible, query, seen);

  const fused = fuse(
    [
      {
        hits: head.ids.map((id, place) => ({ id, score: head.scores[place] ?? 0 })),
        ideal: head.idealScore,
        weight: weights.head,
      },
      {
        hits: suggestions.map(({ id, similarity }) => ({ id, score: similarity })),
        ideal: 1,
        weight: weights.typos,
      },
      {
        hits: [...docs.bestOf].map(([id, { score }]) => ({ id, score })),
        ideal: docs.idealScore,
        weight: weights.docs,
      },
    ],
    { pinned: exact, prior: (id) => priorOf(visible, id) },
  );
  const placed = new SlotSet(index.table.capacity);
  const slots: number[] = [];
  const place = (slot: number | undefined) => {
    if (slot === undefined || placed.has(slot)) return;
    placed.add(slot);
    slots.push(slot);
  };
  for (const { id } of fused) place(index.table.slotOf(id));
  for (const slot of head.otherKeys) place(slot);

  // Two answers to a word that nobody has: the spelling that the head read it as, or the nearest name.
  const placeOf = new Map(head.ids.map((id, place) => [id, place]));
  const hitOf = (id: string) => {
    const place = placeOf.get(id);
    return place === undefined ? undefined : head.hit(place);
  };
  // A spelling is only told when a tool that this person may find has it, else it would tell of the others.
  const corrections = head.corrections.filter(({ from }) =>
    head.ids.slice(0, mostTypos).some((_, place) => head.hit(place)?.matchedWords.includes(from)),
  );
  return {
    slots,
    showingResultsFor:
      exact.length > 0 ? null : shownQuery(text, corrections, asTyped.total, suggestions[0]?.name),
    describe: (id) => {
      const hit = hitOf(id);
      const section = index.sections.get(docs.bestOf.get(id)?.section ?? "");
      return {
        why: explainRank({
          query: text,
          matched: hit?.matched ?? {},
          corrections,
          docsHeading: section && !hit ? placeOfSection(section) : null,
          isExactName: exact.includes(id),
          isDeprecated: index.entries.get(id)?.lifecycle === "deprecated",
        }),
        docsMatch: section ? docsMatchOf(section, query) : null,
      };
    },
  };
}

type SectionHit = { readonly section: string; readonly score: number };

/** The best section of each visible tool whose docs match, best first. */
function bestSections(
  { index }: CatalogView,
  query: ParsedQuery,
  seen: SlotSet,
): { readonly bestOf: ReadonlyMap<string, SectionHit>; readonly idealScore: number } {
  const { sections } = index;
  const ranked = index.docs.rank(query, { allowedKeys: seen, best: mostSections });
  // What a minus word leaves out of the head does not come back through its docs.
  const { excluded: words } = query;
  const leftOut =
    words.length > 0
      ? new Set(index.head.rank({ words, phrases: [], excluded: [], prefix: null }).ids)
      : null;
  const bestOf = new Map<string, SectionHit>();
  ranked.ids.forEach((id, place) => {
    const toolId = sections.get(id)?.toolId;
    if (toolId !== undefined && !bestOf.has(toolId) && !leftOut?.has(toolId))
      bestOf.set(toolId, { section: id, score: ranked.scores[place] ?? 0 });
  });
  return { bestOf, idealScore: ranked.idealScore };
}

function priorOf({ index, prior }: CatalogView, id: string): number {
  return catalogPrior({
    trust: prior.trust.get(id)?.score ?? null,
    usersIn28Days: prior.usage.get(id)?.people ?? 0,
    isDeprecated: index.entries.get(id)?.lifecycle !== "published",
  });
}

/** The query as it was read, when that differs from what was typed. */
function shownQuery(
  text: string,
  corrections: readonly { readonly from: string; readonly to: string }[],
  hitsAsTyped: number,
  nearestName: string | undefined,
): string | null {
  const respelt = corrections.reduce(
    (sentence, { from, to }) => sentence.replace(new RegExp(`\\b${escapeRegExp(from)}\\b`, "iu"), to),
    text,
  );
  if (respelt !== text) return respelt;
  return hitsAsTyped === 0 && corrections.length === 0 ? (nearestName ?? null) : null;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
