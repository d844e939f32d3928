import "server-only";
import { passageFits } from "#lib/knowledge/server/passage-fit.ts";
import { acceptsCode } from "#lib/models/extractive/accepts-code.ts";
import { quoteFrom } from "#lib/models/extractive/quote-from.ts";
import { topicText } from "#lib/models/extractive/topic-text.ts";
import { confidence, decide, rankingFacts, type Verdict } from "#lib/ranking/decide.ts";
import { parseQuery } from "#lib/ranking/query.ts";
import { reasonFor } from "#lib/routing/reasons.ts";
import type { RoutedOperation, RoutingDecision } from "#lib/routing/schema.ts";
import type { IndexedOperation, OperationIndex } from "#lib/routing/server/operation-index.ts";

/** How many operations a run gets at most. */
export const mostOperations = 8;

export type RoutedCandidate = RoutedOperation & {
  readonly operation: IndexedOperation;
  readonly isRunnable: boolean;
  /** Of a knowledge operation: how well its best passage answers, 0 to 1. */
  readonly passageFit: number | null;
};

/** What the ranking needs to know of a tool that may be called. */
export type RoutableTool = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
  readonly isRunnable: boolean;
};

export type RankRequest = {
  readonly words: string;
  readonly index: OperationIndex;
  /** Keys of the operations that are searched, those of tools that may not be called among them. */
  readonly searchable: ReadonlySet<string>;
  readonly pooled: readonly IndexedOperation[];
  /** Tools that may be called, by id. */
  readonly tools: ReadonlyMap<string, RoutableTool>;
  readonly basis: "mention" | "conversation" | "search";
  /** All operations of `pooled` are candidates, whether they share words with the request or not. */
  readonly isWhole: boolean;
};

export type Ranked = {
  /** Best first. */
  readonly ranked: readonly RoutedCandidate[];
  /** Keys that the search found, those that may not be called among them. */
  readonly found: readonly string[];
  /** What the ranking alone would decide. */
  readonly bySearch: Verdict;
};

type Timed = (name: string, detail: string) => void;

/** Notes what the steps of a decision took. */
export function timedSteps(): { readonly steps: RoutingDecision["steps"]; readonly timed: Timed } {
  const steps: RoutingDecision["steps"] = [];
  let last = performance.now();
  const timed = (name: string, detail: string) => {
    const at = performance.now();
    steps.push({ name, milliseconds: Math.round((at - last) * 100) / 100, detail });
    last = at;
  };
  return { steps, timed };
}

function strength(candidate: RoutedCandidate): number {
  return Math.max(candidate.score, candidate.passageFit ?? 0);
}

/** A candidate as the recorded decision shows it. */
export function shownCandidate(candidate: RoutedCandidate): RoutedOperation {
  const { operation: _operation, isRunnable: _isRunnable, passageFit: _fit, ...view } = candidate;
  return { ...view, score: Math.round(strength(candidate) * 1000) / 1000 };
}

/** Orders operations by how well their words, and the passages of their documents, fit a request. */
export async function rankOperations(request: RankRequest, timed: Timed): Promise<Ranked> {
  const { words, index, searchable, pooled, tools, basis, isWhole } = request;
  const found = index.search.search(parseQuery(topicText(words)), {
    allowed: searchable,
    limit: 60,
    correctSpelling: true,
  });
  const permitted = found.hits.filter((hit) => tools.has(index.operations.get(hit.id)?.toolId ?? ""));
  const ranking = { hits: permitted, idealScore: found.idealScore };
  const share = confidence(rankingFacts(ranking));
  const top = permitted[0]?.score ?? 1;
  timed("relevant", `${permitted.length} operations share words with the request`);

  const knowledge = pooled.filter(
    (operation) => operation.sourceIds.length > 0 && tools.has(operation.toolId),
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
    ...(isWhole ? pooled : []).flatMap(({ key, toolId }) => (tools.has(toolId) ? key : [])),
  ]);
  const ranked = [...keys]
    .flatMap((key): RoutedCandidate[] => {
      const operation = index.operations.get(key);
      const tool = operation ? tools.get(operation.toolId) : undefined;
      if (!operation || !tool) return [];
      const hit = hitOf.get(key);
      const matchedWords = [...(hit?.matchedWords ?? [])];
      const passageFit = fits.get(key) ?? null;
      return [
        {
          toolId: tool.id,
          toolSlug: tool.slug,
          toolName: tool.name,
          toolKind: tool.kind,
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
          isRunnable: tool.isRunnable,
          passageFit,
        },
      ];
    })
    .sort((a, b) => strength(b) - strength(a));
  const hasAnswer = ranked.some((candidate) => (candidate.passageFit ?? 0) >= quoteFrom);
  const bySearch: Verdict = decide(ranking) === "none" && hasAnswer ? "offer" : decide(ranking);
  return { ranked, found: found.hits.map(({ id }) => id), bySearch };
}
