import { readFileSync } from "node:fs";
import type { Example } from "#lib/ranking/learned/learned-model.ts";
import { type RankedTexts, type Ranking, ToolRanker } from "#lib/ranking/learned/tool-ranker.ts";

export interface ToolLine {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly category?: string;
  readonly server?: string;
  readonly server_description?: string;
  readonly params?: string;
}

export interface QueryLine {
  readonly id: string;
  readonly text: string;
  readonly relevant: readonly string[];
}

export interface SetFiles {
  readonly tools: readonly ToolLine[];
  readonly queries: readonly QueryLine[];
  readonly train: readonly QueryLine[];
  readonly none: readonly QueryLine[];
}

export function readLines<T>(path: string): T[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);
}

export function textsOf(tool: ToolLine): RankedTexts {
  return {
    name: tool.name,
    tags: [tool.category ?? "", tool.server ?? ""],
    text: [tool.description ?? "", tool.server_description ?? ""],
    inputs: tool.params ?? "",
  };
}

export const exampleOf = ({ text, relevant }: QueryLine): Example => ({ text, ids: relevant });

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619) >>> 0;
  return hash;
}

/** Every fifth tool by hash of its id: its examples are held out for the cold start. */
export const isHeldOut = (toolId: string, fold = 0) => hashOf(toolId) % 5 === fold;

type Measured = { readonly query: QueryLine; readonly ranking: Ranking; readonly milliseconds: number };

function run(ranker: ToolRanker, query: QueryLine): Measured {
  const begin = performance.now();
  const ranking = ranker.rank(query.text, { limit: 10 });
  return { query, ranking, milliseconds: performance.now() - begin };
}

const percent = (share: number) => Math.round(share * 10_000) / 100;
const mean = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

function placesOf({ query, ranking }: Measured): number[] {
  const relevant = new Set(query.relevant);
  return ranking.candidates.flatMap(({ id }, at) => (relevant.has(id) ? [at + 1] : []));
}

function gain(places: readonly number[], relevant: number): number {
  const ideal = Array.from({ length: Math.min(10, relevant) }, (_, at) => 1 / Math.log2(at + 2));
  const got = places.filter((place) => place <= 10).map((place) => 1 / Math.log2(place + 1));
  const sum = (values: readonly number[]) => values.reduce((whole, value) => whole + value, 0);
  return ideal.length === 0 ? 0 : sum(got) / sum(ideal);
}

function figures(measured: readonly Measured[]) {
  const places = measured.map(placesOf);
  const recall = (limit: number) =>
    percent(
      mean(
        places.map(
          (found, at) =>
            found.filter((place) => place <= limit).length /
            Math.max(1, measured[at]?.query.relevant.length ?? 1),
        ),
      ),
    );
  return {
    "recall@1": recall(1),
    "recall@5": recall(5),
    "recall@10": recall(10),
    "nDCG@10": percent(
      mean(places.map((found, at) => gain(found, measured[at]?.query.relevant.length ?? 1))),
    ),
    mrr: percent(mean(places.map((found) => (found.length > 0 ? 1 / Math.min(...found) : 0)))),
  };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return Math.round((sorted[Math.floor(share * (sorted.length - 1))] ?? 0) * 1000) / 1000;
}

/** Of the requests that no tool answers: how many are refused when 95 of 100 others are kept. */
function refused(inside: readonly Measured[], outside: readonly Measured[]): number | null {
  if (outside.length === 0) return null;
  const edge = inside.map(({ ranking }) => ranking.inScope).toSorted((left, right) => left - right)[
    Math.floor(0.05 * inside.length)
  ];
  return percent(mean(outside.map(({ ranking }) => (ranking.inScope < (edge ?? 0) ? 1 : 0))));
}

const heap = () => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};

/** Ranks every query of a set. Figures are percent, times milliseconds, memory MB of index and model together. */
export function measureRouting(set: SetFiles, options: { readonly holdOut?: boolean } = {}) {
  const before = heap();
  const ranker = new ToolRanker();
  const started = performance.now();
  for (const tool of set.tools) ranker.put(tool.id, textsOf(tool));
  const indexedAt = performance.now();
  const train = options.holdOut
    ? set.train.filter(({ relevant }) => !relevant.some((id) => isHeldOut(id)))
    : set.train;
  ranker.learn(train.map(exampleOf));
  const learnedAt = performance.now();
  const memory = heap() - before;
  // The first requests of a process wait for its compiler.
  for (const query of set.queries.slice(0, 50)) run(ranker, query);
  const measured = set.queries.map((query) => run(ranker, query));
  const times = measured.map(({ milliseconds }) => milliseconds);
  const isNew = ({ query }: Measured) => query.relevant.some((id) => isHeldOut(id));
  return {
    ...figures(measured),
    refused_out_of_scope_at_95_in_scope: refused(
      measured,
      set.none.map((query) => run(ranker, query)),
    ),
    ...(options.holdOut
      ? { new: figures(measured.filter(isNew)), old: figures(measured.filter((one) => !isNew(one))) }
      : {}),
    p50_ms: percentile(times, 0.5),
    p95_ms: percentile(times, 0.95),
    memory_mb: Math.round(memory * 10) / 10,
    tools: set.tools.length,
    examples: train.length,
    index_ms: Math.round(indexedAt - started),
    learn_ms: Math.round(learnedAt - indexedAt),
  };
}
