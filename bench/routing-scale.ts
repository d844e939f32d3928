/**
 * Measures the router's ranking with 10,000 operations: the tools of all public sets, several times over, each copy as
 * another server's. Prints one JSON object.
 *
 *   node --expose-gc bench/routing-scale.ts [--data FOLDER] [--operations 10000] [--examples 20000]
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ToolRanker } from "#lib/ranking/learned/tool-ranker.ts";
import { exampleOf, type QueryLine, readLines, type ToolLine, textsOf } from "./routing/measure.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: join(import.meta.dirname, "../../shared/data/routing") },
    operations: { type: "string", default: "10000" },
    examples: { type: "string", default: "20000" },
  },
});

const sets = readdirSync(values.data, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const read = <Line>(name: string): Line[] =>
  sets.flatMap((set) => {
    const path = join(values.data, set.name, name);
    return existsSync(path) ? readLines<Line>(path).map((line) => ({ ...line, set: set.name })) : [];
  });
type InSet<Line> = Line & { readonly set: string };
const tools = read<InSet<ToolLine>>("tools.jsonl");
const train = read<InSet<QueryLine>>("train.jsonl");
const queries = read<InSet<QueryLine>>("dev.jsonl");

const idOf = (set: string, id: string, copy: number) => `${set}/${id}/${copy}`;
const heap = () => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};
const before = heap();
const ranker = new ToolRanker();
const startedAt = performance.now();
for (let at = 0; at < Number(values.operations); at += 1) {
  const tool = tools[at % tools.length];
  const copy = Math.floor(at / tools.length);
  if (!tool) break;
  const texts = textsOf(tool);
  ranker.put(idOf(tool.set, tool.id, copy), {
    ...texts,
    tags: [...texts.tags, copy > 0 ? `server ${copy}` : ""],
  });
}
const indexedAt = performance.now();
const indexMemory = heap() - before;
const examples = Array.from({ length: Number(values.examples) }, (_, at) => {
  const line = train[at % train.length];
  const { text, ids } = line ? exampleOf(line) : { text: "", ids: [] };
  const copy = Math.floor(at / train.length);
  return { text, ids: ids.map((id) => idOf(line?.set ?? "", id, copy)) };
});
const learningAt = performance.now();
ranker.learn(examples);
const learnedAt = performance.now();
const memory = heap() - before;

for (const { text } of queries.slice(0, 100)) ranker.rank(text, { limit: 10 });
const times = queries
  .filter((_, at) => at % 4 === 0)
  .map(({ text }) => {
    const begin = performance.now();
    ranker.rank(text, { limit: 10 });
    return performance.now() - begin;
  })
  .sort((left, right) => left - right);
const at = (share: number) => Math.round((times[Math.floor(share * (times.length - 1))] ?? 0) * 100) / 100;
console.log(
  JSON.stringify({
    operations: ranker.size,
    examples: examples.length,
    queries: times.length,
    index_ms: Math.round(indexedAt - startedAt),
    learn_s: Math.round((learnedAt - learningAt) / 100) / 10,
    weights: ranker.model.weightCount,
    index_mb: Math.round(indexMemory),
    memory_mb: Math.round(memory),
    p50_ms: at(0.5),
    p95_ms: at(0.95),
    p99_ms: at(0.99),
  }),
);
