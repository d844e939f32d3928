/**
 * Measures the product's own search over growing catalogs: 1,000, 10,000 and 100,000 generated tools.
 *
 *   node --conditions=react-server bench/search-scale.ts [--sizes 1000,10000] [--queries 400]
 *     on the embedded database
 *   node scripts/postgres.mjs node --conditions=react-server bench/search-scale.ts
 *     on a throw-away PostgreSQL
 *
 * One client asks one query after another; eight clients, each a person of their own, ask at the same time and wait for
 * their answers. The time is that of the use case: from the viewer and the query to the page of results.
 */
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { measureScale } from "./search/measure-scale.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,10000,100000" },
    queries: { type: "string", default: "400" },
    size: { type: "string" },
  },
});
const url = process.env.WEFT_TEST_DATABASE_URL;
if (values.size) {
  console.log(JSON.stringify(await measureScale(Number(values.size), Number(values.queries), url)));
} else {
  // A process for each size, so that none has the memory of another.
  const rows: Record<string, unknown>[] = [];
  for (const size of values.sizes.split(",")) {
    const args = [...process.execArgv, import.meta.filename, "--size", size, "--queries", values.queries];
    const child = spawnSync(process.execPath, args, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    if (child.status !== 0) process.exit(child.status ?? 1);
    rows.push(JSON.parse(child.stdout.trim().split("\n").at(-1) ?? "{}"));
  }
  console.log(url ? "PostgreSQL" : "embedded");
  console.table(rows);
}
