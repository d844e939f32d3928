/**
 * Measures the product's own search over tools in a scratch database.
 *
 *   npm run bench:search
 *     the judged set of this folder: nDCG@10, mean reciprocal rank and share of empty answers, by class of query
 *   npm run bench:search -- --demo
 *     the written requests to the demo company, whose tools have docs, ratings and use; `--worst` names what went wrong
 *   npm run -s bench:search -- --tools tools.jsonl --queries dev.jsonl
 *     any set of tools and queries: one JSON object on stdout
 *
 * tools: {id, name, description, category?, server?, server_description?, params?}; queries: {id, text, relevant: [tool
 * ids]}. Every other text goes to stderr.
 */
import { parseArgs } from "node:util";
import { measureDemo } from "./search/measure-demo.ts";
import { measureJudgedSet } from "./search/measure-judged.ts";
import { measureSet } from "./search/measure-set.ts";
import { queryLineSchema, readLines, toolLineSchema } from "./search/tool-line.ts";

const { values } = parseArgs({
  options: {
    tools: { type: "string" },
    queries: { type: "string" },
    demo: { type: "boolean", default: false },
    worst: { type: "boolean", default: false },
  },
});
if (Boolean(values.tools) !== Boolean(values.queries)) {
  console.error(
    "usage: bench:search [--demo] [--worst] | bench:search -- --tools FILE.jsonl --queries FILE.jsonl",
  );
  process.exit(2);
}
if (values.tools && values.queries) {
  const figures = await measureSet(
    readLines(values.tools, toolLineSchema),
    readLines(values.queries, queryLineSchema),
  );
  console.log(JSON.stringify(figures));
} else if (values.demo) {
  await measureDemo({ showsWorst: values.worst });
} else {
  await measureJudgedSet({ showsWorst: values.worst });
}
