/**
 * Measures how long it takes to rate every tool of a large catalog, and to read one tool's rating.
 *
 *   node --conditions=react-server bench/trust.ts [--tools 10000] [--calls 50] [--probes 100] [--ratings 10]
 *     on the embedded database
 *   node scripts/postgres.mjs node --conditions=react-server bench/trust.ts
 *     on a throw-away PostgreSQL
 *
 * Calls, probes and ratings are per tool. The first rating has none before it; the second compares with the first.
 */
import { parseArgs } from "node:util";
import { db } from "#lib/db/client.ts";
import { makePerson, makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import { currentRatings, forgetRatings } from "#lib/trust/server/current-ratings.ts";
import { rateAllTools, rateTool } from "#lib/trust/server/rate-tools.ts";
import { trustOfTool } from "#lib/trust/server/trust-of-tool.ts";
import { generatedTool } from "./search/generated-tools.ts";
import { insertEvidence } from "./search/insert-evidence.ts";
import { insertTools } from "./search/insert-tools.ts";
import { percentile } from "./search/measures.ts";
import { openScratchDatabase } from "./search/scratch-database.ts";

const { values } = parseArgs({
  options: {
    tools: { type: "string", default: "10000" },
    calls: { type: "string", default: "50" },
    probes: { type: "string", default: "100" },
    ratings: { type: "string", default: "10" },
  },
});
const size = Number(values.tools);
const pages = 40;

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return Math.round((performance.now() - begin) / 10) / 100;
}

const url = process.env.WEFT_TEST_DATABASE_URL;
const close = await openScratchDatabase(url);
try {
  const places = await Promise.all(Array.from({ length: 7 }, (_, at) => makeTeam(`Part ${at}`)));
  const people: string[] = [];
  for (let at = 0; at < Math.max(20, Number(values.ratings)); at += 1) {
    const teamId = places[at % places.length]?.teamId;
    people.push((await makePerson(teamId ? { teamId } : {})).id);
  }
  await insertTools(
    Array.from({ length: size }, (_, at) =>
      generatedTool(
        at,
        places.map(({ domainId }) => domainId),
        places.map(({ teamId }) => teamId),
      ),
    ),
  );
  await insertEvidence(people, {
    calls: Number(values.calls),
    probes: Number(values.probes),
    ratings: Number(values.ratings),
  });
  const first = await seconds(() => rateAllTools());
  const second = await seconds(() => rateAllTools());
  forgetRatings();
  const marks = await seconds(() => currentRatings());
  const some = await db().tool.findMany({ take: pages, select: { id: true, slug: true } });
  const viewer = await makeViewer();
  const reads: number[] = [];
  for (const { slug } of some) reads.push((await seconds(() => trustOfTool(viewer, slug))) * 1000);
  const single: number[] = [];
  for (const { id } of some) single.push((await seconds(() => rateTool(id, "probe"))) * 1000);
  console.log(url ? "PostgreSQL" : "embedded");
  console.table([
    {
      tools: size,
      "first s": first,
      "second s": second,
      "marks s": marks,
      "read p95 ms": percentile(reads, 0.95),
      "rate one p95 ms": percentile(single, 0.95),
      "heap MB": Math.round(process.memoryUsage().heapUsed / 2 ** 20),
    },
  ]);
} finally {
  await close();
}
