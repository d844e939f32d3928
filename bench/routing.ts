/**
 * Measures how well the router's own ranking finds the right tool for a request.
 *
 *   npm run -s bench:routing -- --tools FILE --queries FILE [--train FILE] [--none FILE]
 *
 * tools: {id, name, description, category?, server?, server_description?, params?}; queries and train: {id, text,
 * relevant: [tool ids]}; none: requests that no tool should answer. Prints one JSON object. Without arguments it runs over
 * every set in ../shared/data/routing (or --data FOLDER): new, trained, and with a fifth of the tools held out of training.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measureRouting, readLines, type SetFiles } from "./routing/measure.ts";

const { values } = parseArgs({
  options: {
    tools: { type: "string" },
    queries: { type: "string" },
    train: { type: "string" },
    none: { type: "string" },
    data: { type: "string", default: join(import.meta.dirname, "../../shared/data/routing") },
  },
});

function filesOf(folder: string): SetFiles {
  const file = <Line>(name: string): Line[] =>
    existsSync(join(folder, name)) ? readLines<Line>(join(folder, name)) : [];
  return {
    tools: file("tools.jsonl"),
    queries: file("dev.jsonl"),
    train: file("train.jsonl"),
    none: file("none.jsonl"),
  };
}

if (values.tools && values.queries) {
  const set = {
    tools: readLines(values.tools),
    queries: readLines(values.queries),
    train: values.train ? readLines(values.train) : [],
    none: values.none ? readLines(values.none) : [],
  } as SetFiles;
  console.log(JSON.stringify(measureRouting(set)));
} else if (values.tools || values.queries || !existsSync(values.data)) {
  console.error(
    "usage: npm run -s bench:routing -- --tools FILE --queries FILE [--train FILE] [--none FILE]",
  );
  process.exit(2);
} else {
  const results: Record<string, unknown> = {};
  for (const name of readdirSync(values.data, { withFileTypes: true })) {
    if (!name.isDirectory()) continue;
    const set = filesOf(join(values.data, name.name));
    results[name.name] = {
      new: measureRouting({ ...set, train: [] }),
      trained: measureRouting(set),
      cold_start: measureRouting(set, { holdOut: true }),
    };
    console.error(`${name.name} done`);
  }
  console.log(JSON.stringify(results));
}
