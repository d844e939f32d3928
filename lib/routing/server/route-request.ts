import "server-only";
import type { ToolCard } from "#lib/catalog/schema.ts";
import { loadCards, type VisibleCatalog } from "#lib/catalog/server/load-cards.ts";
import { suspendedOperations, suspensionKey } from "#lib/catalog/server/suspended-operations.ts";
import type { DataClass } from "#lib/data-class.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { passageFits } from "#lib/knowledge/server/passage-fit.ts";
import { acceptsCode } from "#lib/models/extractive/accepts-code.ts";
import { quoteFrom } from "#lib/models/extractive/quote-from.ts";
import { topicText } from "#lib/models/extractive/topic-text.ts";
import { evaluate } from "#lib/policy/evaluate.ts";
import { loadRules, subjectOf } from "#lib/policy/server/load-rules.ts";
import { confidence, decide, rankingFacts, type Verdict } from "#lib/ranking/decide.ts";
import { parseQuery } from "#lib/ranking/query.ts";
import { gistOf } from "#lib/routing/gist.ts";
import { withoutMentions } from "#lib/routing/mentions.ts";
import { reasonFor, sentenceFor } from "#lib/routing/reasons.ts";
import type { RoutedOperation, RoutingDecision } from "#lib/routing/schema.ts";
import { type IndexedOperation, operationIndex } from "#lib/routing/server/operation-index.ts";

/** How many operations a run gets at most. */
export const mostOperations = 8;

export type RouteRequest = {
  readonly text: string;
  readonly dataClass: DataClass;
  /** Slugs written as `@tool`. */
  readonly mentions: readonly string[];
  /** The conversation's own tool. */
  readonly toolId: string | null;
};

export type RoutedCandidate = RoutedOperation & {
  readonly operation: IndexedOperation;
  readonly isRunnable: boolean;
  /** Of a knowledge operation: how well its best passage answers, 0 to 1. */
  readonly passageFit: number | null;
};

export type Routed = {
  readonly decision: RoutingDecision;
  /** Wider than the decision's own list: also every knowledge operation whose passages say something. */
  readonly candidates: readonly RoutedCandidate[];
};

type Refused = { readonly reason: string; readonly ruleIds: string[]; readonly contact: string | null };

async function allowedTools(viewer: Viewer, visible: VisibleCatalog, dataClass: DataClass) {
  const rules = await loadRules();
  const subject = subjectOf(viewer);
  const allowed = new Map<string, ToolCard>();
  const refused = new Map<string, Refused>();
  for (const [id, card] of visible.cards) {
    const facts = visible.facts.get(id);
    if (!facts || card.readiness.state === "opens-elsewhere") continue;
    const decision = evaluate("call", subject, facts, rules, { dataClass });
    if (decision.allowed) allowed.set(id, card);
    else refused.set(id, { reason: decision.reason, ruleIds: decision.ruleIds, contact: decision.contact });
  }
  return { allowed, refused };
}

/**
 * Chooses operations for a request: an explicit mention wins, then the conversation's tool, then the ranking over
 * all operations that this person may call with content of this class. Records what was left out and why.
 */
export async function routeRequest(viewer: Viewer, request: RouteRequest): Promise<Routed> {
  const steps: RoutingDecision["steps"] = [];
  let last = performance.now();
  const timed = (name: string, detail: string) => {
    const at = performance.now();
    steps.push({ name, milliseconds: Math.round((at - last) * 100) / 100, detail });
    last = at;
  };

  const [visible, index, suspended] = await Promise.all([
    loadCards(viewer),
    operationIndex(),
    suspendedOperations(),
  ]);
  const cards = [...visible.cards.values()];
  const mentioned = request.mentions.flatMap((slug) => cards.find((card) => card.slug === slug) ?? []);
  const own = request.toolId ? visible.cards.get(request.toolId) : undefined;
  const basis = mentioned.length > 0 ? "mention" : own ? "conversation" : "search";
  const pool = basis === "mention" ? mentioned : own ? [own] : null;
  timed("explicit", pool ? pool.map((card) => card.name).join(", ") : "no tool was named");

  const { allowed, refused } = await allowedTools(viewer, visible, request.dataClass);
  timed("allowed", `${allowed.size} of ${visible.cards.size} tools`);

  const inPool = (toolId: string) => pool === null || pool.some((card) => card.id === toolId);
  // A suspended operation is nobody's choice. Where nothing else was named it stays, so that its refusal says why.
  const isOffered = ({ toolId, name }: IndexedOperation) => !suspended.has(suspensionKey(toolId, name));
  const named = [...index.operations.values()].filter(({ toolId }) => inPool(toolId));
  const pooled = pool && !named.some(isOffered) ? named : named.filter(isOffered);
  const searchable = new Set(pooled.map(({ key }) => key));
  const words = gistOf(withoutMentions(request.text));
  const found = index.search.search(parseQuery(topicText(words)), {
    allowed: searchable,
    limit: 60,
    correctSpelling: true,
  });
  const permitted = found.hits.filter((hit) => allowed.has(index.operations.get(hit.id)?.toolId ?? ""));
  const ranking = { hits: permitted, idealScore: found.idealScore };
  const share = confidence(rankingFacts(ranking));
  const top = permitted[0]?.score ?? 1;
  timed("relevant", `${permitted.length} operations share words with the request`);

  const knowledge = pooled.filter(
    (operation) => operation.sourceIds.length > 0 && allowed.has(operation.toolId),
  );
  const fits = await passageFits(
    words,
    new Map(knowledge.map((operation) => [operation.key, operation.sourceIds])),
  );
  timed("documents", `passages of ${knowledge.length} tools compared`);

  const hitOf = new Map(permitted.slice(0, 12).map((hit) => [hit.id, hit]));
  const keys = new Set([
    ...hitOf.keys(),
    ...knowledge.filter((operation) => (fits.get(operation.key) ?? 0) > 0).map((operation) => operation.key),
    ...pooled.flatMap(({ key, inputSchema }) => (acceptsCode(inputSchema, words) ? key : [])),
    ...(pool ? pooled : []).flatMap(({ key, toolId }) => (allowed.has(toolId) ? key : [])),
  ]);
  const ranked = [...keys]
    .flatMap((key): RoutedCandidate[] => {
      const operation = index.operations.get(key);
      const card = operation ? allowed.get(operation.toolId) : undefined;
      if (!operation || !card) return [];
      const hit = hitOf.get(key);
      const matchedWords = [...(hit?.matchedWords ?? [])];
      const passageFit = fits.get(key) ?? null;
      return [
        {
          toolId: card.id,
          toolSlug: card.slug,
          toolName: card.name,
          toolKind: card.kind,
          operationName: operation.name,
          title: operation.title,
          score: hit ? share * (hit.score / top) : 0,
          matchedWords,
          isChosen: false,
          reason: reasonFor(
            basis,
            matchedWords,
            passageFit !== null && passageFit >= quoteFrom ? passageFit : null,
          ),
          operation,
          isRunnable: card.readiness.state === "works-now",
          passageFit,
        },
      ];
    })
    .sort((a, b) => strength(b) - strength(a));
  const hasAnswer = ranked.some((candidate) => (candidate.passageFit ?? 0) >= quoteFrom);
  const bySearch: Verdict = decide(ranking) === "none" && hasAnswer ? "offer" : decide(ranking);
  const verdict: Verdict = pool ? (ranked.length > 0 ? "use" : "none") : bySearch;
  const candidates = ranked.map((candidate, place) => ({
    ...candidate,
    isChosen: place === 0 && verdict === "use",
  }));
  const excluded = leftOut(
    visible,
    found.hits.slice(0, 12).map((hit) => index.operations.get(hit.id)?.toolId ?? ""),
    mentioned,
    refused,
  );
  timed("verdict", verdict);

  return {
    candidates,
    decision: {
      basis: candidates.length === 0 ? "none" : basis,
      verdict,
      sentence: sentenceFor(basis, verdict, candidates[0], excluded[0]),
      candidates: candidates
        .slice(0, mostOperations)
        .map(({ operation: _operation, isRunnable: _isRunnable, passageFit, ...view }) => ({
          ...view,
          score: Math.round(Math.max(view.score, passageFit ?? 0) * 1000) / 1000,
        })),
      excluded,
      model: null,
      steps,
    },
  };
}

function strength(candidate: RoutedCandidate): number {
  return Math.max(candidate.score, candidate.passageFit ?? 0);
}

/** Tools that would have come up, or were named, and that a rule keeps from this person. */
function leftOut(
  visible: VisibleCatalog,
  foundToolIds: readonly string[],
  mentioned: readonly ToolCard[],
  refused: ReadonlyMap<string, Refused>,
): RoutingDecision["excluded"] {
  const ids = [...new Set([...mentioned.map((card) => card.id), ...foundToolIds])];
  return ids.flatMap((id) => {
    const card = visible.cards.get(id);
    const refusal = refused.get(id);
    return card && refusal
      ? [{ toolSlug: card.slug, toolName: card.name, ...refusal, isMentioned: mentioned.includes(card) }]
      : [];
  });
}
