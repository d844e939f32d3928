import "server-only";
import type { ToolCard } from "#lib/catalog/schema.ts";
import { loadCards } from "#lib/catalog/server/load-cards.ts";
import { factsOf } from "#lib/catalog/server/to-dto.ts";
import type { DataClass } from "#lib/data-class.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { evaluate } from "#lib/policy/evaluate.ts";
import { loadRules, subjectOf } from "#lib/policy/server/load-rules.ts";
import { decide, type Verdict } from "#lib/ranking/decide.ts";
import { parseQuery } from "#lib/ranking/query.ts";
import type { RoutedOperation, RoutingDecision } from "#lib/routing/schema.ts";
import { type IndexedOperation, operationIndex } from "#lib/routing/server/operation-index.ts";

export const mostOperations = 8;

export type RouteRequest = {
  readonly text: string;
  readonly dataClass: DataClass;
  /** Slugs written as `@tool`. */
  readonly mentions: readonly string[];
  /** The conversation's own tool. */
  readonly toolId: string | null;
};

export type RoutedCandidate = RoutedOperation & { readonly operation: IndexedOperation; readonly isRunnable: boolean };

export type Routed = {
  readonly decision: RoutingDecision;
  readonly candidates: readonly RoutedCandidate[];
};

/** Slugs written with an at sign, in order. */
export function mentionsIn(text: string): string[] {
  return [...text.matchAll(/(?<![\w@])@([a-z0-9][a-z0-9-]{0,78}[a-z0-9])/g)].flatMap((match) => match[1] ?? []);
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

  const [visible, index, rules] = await Promise.all([loadCards(viewer), operationIndex(), loadRules()]);
  const subject = subjectOf(viewer);
  const bySlug = new Map([...visible.cards.values()].map((card) => [card.slug, card]));
  const mentioned = request.mentions.flatMap((slug) => bySlug.get(slug) ?? []);
  const own = request.toolId ? visible.cards.get(request.toolId) : undefined;
  const basis = mentioned.length > 0 ? "mention" : own ? "conversation" : "search";
  timed("explicit", basis === "search" ? "no tool was named" : [...mentioned, ...(own && mentioned.length === 0 ? [own] : [])].map((card) => card.name).join(", "));

  const excluded: RoutingDecision["excluded"] = [];
  const refusedTools = new Map<string, { reason: string; ruleIds: string[] }>();
  const allowedTools = new Map<string, ToolCard>();
  for (const [id, card] of visible.cards) {
    const row = visible.index.entries.get(id);
    if (!row) continue;
    const decision = evaluate("call", subject, factsOf(row), rules, { dataClass: request.dataClass });
    if (!decision.allowed) refusedTools.set(id, { reason: decision.reason, ruleIds: decision.ruleIds });
    else if (card.readiness.state !== "opens-elsewhere") allowedTools.set(id, card);
  }
  timed("allowed", `${allowedTools.size} of ${visible.cards.size} tools`);

  const pool = basis === "mention" ? mentioned : basis === "conversation" && own ? [own] : null;
  const inPool = (toolId: string) => pool === null || pool.some((card) => card.id === toolId);
  const query = parseQuery(request.text.replace(/(?<![\w@])@[a-z0-9-]+/g, " "));
  const searchable = new Set([...index.operations.values()].filter((operation) => inPool(operation.toolId)).map((operation) => operation.key));
  const found = index.search.search(query, { allowed: searchable, limit: 60, correctSpelling: true });
  const permitted = found.hits.filter((hit) => allowedTools.has(index.operations.get(hit.id)?.toolId ?? ""));
  for (const hit of found.hits.slice(0, 12)) {
    const toolId = index.operations.get(hit.id)?.toolId ?? "";
    const refused = refusedTools.get(toolId);
    const card = visible.cards.get(toolId);
    if (refused && card && !excluded.some((entry) => entry.toolSlug === card.slug)) {
      excluded.push({ toolSlug: card.slug, toolName: card.name, ...refused });
    }
  }
  for (const card of mentioned) {
    const refused = refusedTools.get(card.id);
    if (refused && !excluded.some((entry) => entry.toolSlug === card.slug)) excluded.push({ toolSlug: card.slug, toolName: card.name, ...refused });
  }

  // A named tool is offered with all of its operations, ranked ones first.
  const ranked = permitted.map((hit) => ({ key: hit.id, score: found.idealScore > 0 ? Math.min(1, hit.score / found.idealScore) : 0, matchedWords: [...hit.matchedWords] }));
  const unranked = (pool ?? [])
    .filter((card) => allowedTools.has(card.id))
    .flatMap((card) => index.keysOfTool.get(card.id) ?? [])
    .filter((key) => !ranked.some((entry) => entry.key === key))
    .map((key) => ({ key, score: 0, matchedWords: [] as string[] }));
  const chosen = [...ranked, ...unranked].slice(0, mostOperations);
  const fromSearch: Verdict = decide({ hits: permitted, idealScore: found.idealScore });
  const verdict: Verdict = pool ? (chosen.length > 0 ? "use" : "none") : fromSearch;
  timed("relevant", `${permitted.length} operations match; verdict: ${verdict}`);

  const candidates = chosen.flatMap((entry, place): RoutedCandidate[] => {
    const operation = index.operations.get(entry.key);
    const card = operation ? visible.cards.get(operation.toolId) : undefined;
    if (!operation || !card) return [];
    const isChosen = verdict === "use" && place === 0;
    return [
      {
        toolId: card.id,
        toolSlug: card.slug,
        toolName: card.name,
        toolKind: card.kind,
        operationName: operation.name,
        title: operation.title,
        score: Math.round(entry.score * 1000) / 1000,
        matchedWords: entry.matchedWords,
        isChosen,
        reason: reasonFor(basis, entry.matchedWords),
        operation,
        isRunnable: card.readiness.state === "works-now",
      },
    ];
  });
  return {
    candidates,
    decision: {
      basis: chosen.length === 0 ? "none" : basis,
      verdict,
      sentence: sentenceFor(basis, verdict, candidates[0], excluded[0]),
      candidates: candidates.map(({ operation: _operation, isRunnable: _isRunnable, ...view }) => view),
      excluded,
      model: null,
      steps,
    },
  };
}

function reasonFor(basis: "mention" | "conversation" | "search", words: readonly string[]): string {
  const matched = words.length > 0 ? `matches ${words.map((word) => `“${word}”`).join(", ")}` : "no word matches";
  if (basis === "mention") return `You named this tool; ${matched}.`;
  if (basis === "conversation") return `This conversation is with this tool; ${matched}.`;
  return `It ${matched}.`;
}

function sentenceFor(
  basis: "mention" | "conversation" | "search",
  verdict: Verdict,
  first: RoutedCandidate | undefined,
  excluded: RoutingDecision["excluded"][number] | undefined,
): string {
  if (!first) return excluded ? `${excluded.toolName} would fit, but: ${excluded.reason}` : "No tool fits this request.";
  if (basis === "mention") return `You named ${first.toolName}.`;
  if (basis === "conversation") return `This conversation is with ${first.toolName}.`;
  if (verdict === "use") return `${first.toolName} fits best: ${first.reason}`;
  if (verdict === "offer") return "Several tools may fit; none stands out.";
  return "No tool fits this request well enough to be used unasked.";
}
