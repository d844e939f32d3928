import "server-only";
import type { ToolCard } from "#lib/catalog/schema.ts";
import { loadCards, type VisibleCatalog } from "#lib/catalog/server/load-cards.ts";
import { suspendedOperations, suspensionKey } from "#lib/catalog/server/suspended-operations.ts";
import type { DataClass } from "#lib/data-class.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { evaluate } from "#lib/policy/evaluate.ts";
import { loadRules, subjectOf } from "#lib/policy/server/load-rules.ts";
import type { Verdict } from "#lib/ranking/decide.ts";
import { gistOf } from "#lib/routing/gist.ts";
import { withoutMentions } from "#lib/routing/mentions.ts";
import { sentenceFor } from "#lib/routing/reasons.ts";
import type { RoutingDecision } from "#lib/routing/schema.ts";
import { type IndexedOperation, operationIndex } from "#lib/routing/server/operation-index.ts";
import {
  mostOperations,
  type RoutableTool,
  type RoutedCandidate,
  rankOperations,
  shownCandidate,
  timedSteps,
} from "#lib/routing/server/rank-operations.ts";

export type RouteRequest = {
  readonly text: string;
  readonly dataClass: DataClass;
  /** Slugs written as `@tool`. */
  readonly mentions: readonly string[];
  /** The conversation's own tool. */
  readonly toolId: string | null;
};

export type Routed = {
  readonly decision: RoutingDecision;
  /** Wider than the decision's own list: also every knowledge operation whose passages say something. */
  readonly candidates: readonly RoutedCandidate[];
};

function routable({ id, slug, name, kind, readiness }: ToolCard): RoutableTool {
  return { id, slug, name, kind, isRunnable: readiness.state === "works-now" };
}

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
  const { steps, timed } = timedSteps();
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
  const tools = new Map([...allowed].map(([id, card]) => [id, routable(card)]));
  const { ranked, found, bySearch } = await rankOperations(
    { words, index, searchable, pooled, tools, basis, isWhole: pool !== null },
    timed,
  );
  const verdict: Verdict = pool ? (ranked.length > 0 ? "use" : "none") : bySearch;
  const candidates = ranked.map((candidate, place) => ({
    ...candidate,
    isChosen: place === 0 && verdict === "use",
  }));
  const excluded = leftOut(
    visible,
    found.slice(0, 12).map((id) => index.operations.get(id)?.toolId ?? ""),
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
      candidates: candidates.slice(0, mostOperations).map(shownCandidate),
      excluded,
      model: null,
      steps,
    },
  };
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
