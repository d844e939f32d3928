/**
 * Measures how well fielded BM25 over a tool's words finds the right tool, beside textbook BM25 (one field of name and
 * description, k1 = 1.2, b = 0.75).
 *
 *   node bench/ranking.ts --tools tools.jsonl --queries dev.jsonl [--none none.jsonl] [--correct]
 *
 * tools: {id, name, description, category?, server?, params?}; queries: {id, text, relevant: [tool ids]};
 * none: queries that no tool should answer.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { SearchIndex } from "#lib/ranking/bm25.ts";
import { confidence, decide, rankingFacts } from "#lib/ranking/decide.ts";
import { fieldWeights } from "#lib/ranking/field-weights.ts";
import { parseQuery } from "#lib/ranking/query.ts";

interface ToolLine {
  id: string;
  name: string;
  description?: string;
  category?: string;
  server?: string;
  server_description?: string;
  params?: string;
}

interface QueryLine {
  id: string;
  text: string;
  relevant: string[];
}

const { values } = parseArgs({
  options: {
    tools: { type: "string" },
    queries: { type: "string" },
    none: { type: "string" },
    correct: { type: "boolean", default: false },
  },
});
if (!values.tools || !values.queries) {
  console.error("usage: bench/ranking.ts --tools FILE --queries FILE [--none FILE] [--correct]");
  process.exit(2);
}

const index = new SearchIndex(fieldWeights);
const textbook = new SearchIndex({ text: { weight: 1, lengthDiscount: 0.75 } });
const tools = readLines<ToolLine>(values.tools);
const startedAt = performance.now();
for (const tool of tools) {
  index.put(tool.id, {
    name: tool.name,
    tags: [tool.category ?? "", tool.server ?? ""],
    text: tool.description ?? "",
    inputs: tool.params ?? "",
  });
}
const builtIn = performance.now() - startedAt;
for (const tool of tools) textbook.put(tool.id, { text: [tool.name, tool.description ?? ""] });

const queries = readLines<QueryLine>(values.queries);
const measured = queries.map((query) => run(index, query));
console.log(`${index.size} tools indexed in ${builtIn.toFixed(0)} ms, ${measured.length} queries`);
console.table({
  fielded: figures(measured),
  textbook: figures(queries.map((query) => run(textbook, query))),
});
if (values.none) reportRefusals(readLines<QueryLine>(values.none));

type Measured = ReturnType<typeof run>;

function figures(lines: readonly Measured[]) {
  const share = (pick: (line: Measured) => number) =>
    ((100 * lines.reduce((sum, line) => sum + pick(line), 0)) / lines.length).toFixed(1);
  return {
    "hit@1": share((line) => line.hits.filter((at) => at === 1).length),
    "recall@1": share((line) => line.hits.filter((at) => at <= 1).length / line.relevant),
    "recall@5": share((line) => line.hits.filter((at) => at <= 5).length / line.relevant),
    "nDCG@10": share((line) => discountedGain(line.hits, line.relevant)),
    MRR: share((line) => (line.hits.length > 0 ? 1 / Math.min(...line.hits) : 0)),
    "p50 ms": percentile(lines, 0.5),
    "p95 ms": percentile(lines, 0.95),
  };
}

function run(from: SearchIndex<string>, query: QueryLine) {
  const begin = performance.now();
  const parsed = parseQuery(query.text);
  const result = from.search(parsed, { limit: 10, correctSpelling: values.correct === true });
  const milliseconds = performance.now() - begin;
  const relevant = new Set(query.relevant);
  const hits = result.hits.flatMap((hit, at) => (relevant.has(hit.id) ? [at + 1] : []));
  return {
    hits,
    relevant: relevant.size,
    milliseconds,
    fit: confidence(rankingFacts(result)),
    verdict: decide(result),
  };
}

function discountedGain(places: readonly number[], relevant: number): number {
  const gain = places.filter((at) => at <= 10).reduce((sum, at) => sum + 1 / Math.log2(at + 1), 0);
  let ideal = 0;
  for (let at = 1; at <= Math.min(10, relevant); at += 1) ideal += 1 / Math.log2(at + 1);
  return ideal === 0 ? 0 : gain / ideal;
}

function percentile(lines: readonly Measured[], share: number): string {
  const sorted = lines.map((line) => line.milliseconds).sort((left, right) => left - right);
  return (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2);
}

function reportRefusals(lines: readonly QueryLine[]): void {
  const outside = lines.map((line) => run(index, { ...line, relevant: [] }));
  const kept = measured.map((line) => line.fit).sort((left, right) => left - right);
  const edge = kept[Math.floor(0.05 * kept.length)] ?? 0;
  const refused = outside.filter((line) => line.fit < edge).length / outside.length;
  console.log(
    `at 95 % of queries kept (confidence >= ${edge.toFixed(3)}): ${(100 * refused).toFixed(1)} % of ${outside.length} refused`,
  );
  for (const verdict of ["use", "offer", "none"] as const) {
    const inside = measured.filter((line) => line.verdict === verdict);
    const right = inside.filter((line) => line.hits.includes(1)).length;
    console.log(
      verdict.padEnd(6),
      `in scope ${((100 * inside.length) / measured.length).toFixed(1)} % (first is right in ${((100 * right) / Math.max(1, inside.length)).toFixed(1)} %),`,
      `out of scope ${((100 * outside.filter((line) => line.verdict === verdict).length) / outside.length).toFixed(1)} %`,
    );
  }
}

function readLines<T>(path: string): T[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);
}
