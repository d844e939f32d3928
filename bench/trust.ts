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

async function addEvidence(people: readonly string[]): Promise<void> {
  await db().$executeRaw`
    INSERT INTO usage_record (id, occurred_at, kind, channel, person_id, team_id, tool_id, outcome, duration_ms)
    SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(md5(t.id::text || n), 1, 3)
        || '8' || substr(md5(n || t.id::text), 1, 15))::uuid,
      at, 'tool', 'form', p.id, p.team_id, t.id, CASE WHEN n % 60 = 0 THEN 'failed' ELSE 'succeeded' END, 120
    FROM tool t, generate_series(1, ${Number(values.calls)}::int) n
    CROSS JOIN LATERAL (SELECT now() - n * interval '11 hours' AS at) w
    JOIN person p ON p.id = (${[...people]}::uuid[])[1 + n % ${people.length}::int]`;
  await db().$executeRaw`
    INSERT INTO tool_probe (id, tool_id, occurred_at, outcome, duration_ms)
    SELECT md5(t.id::text || n)::uuid, t.id, now() - n * interval '1 hour', 'succeeded', 40
    FROM tool t, generate_series(1, ${Number(values.probes)}::int) n`;
  await db().$executeRaw`
    INSERT INTO tool_rating (id, tool_id, person_id, team_id, major, version, stars, rated_at)
    SELECT md5('rating' || t.id::text || n)::uuid, t.id, p.id, p.team_id, 1, '1.0.0', 1 + n % 5,
      now() - n * interval '9 days'
    FROM tool t, generate_series(1, ${Number(values.ratings)}::int) n
    JOIN person p ON p.id = (${[...people]}::uuid[])[n]`;
  await db().$executeRaw`
    INSERT INTO tool_review (id, tool_id, kind, reviewer, outcome, reviewed_at, expires_at)
    SELECT md5(review || t.id::text)::uuid, t.id, review, 'Reviewer', 'passed', now() - interval '40 days',
      now() + interval '90 days'
    FROM tool t, unnest(ARRAY['security', 'privacy']) review`;
  await db().$executeRaw`
    INSERT INTO docs_verification (id, tool_id, version, verified_by_id, verified_by, verified_at)
    SELECT md5('docs' || t.id::text)::uuid, t.id, '1.0.0', (${[...people]}::uuid[])[1], 'Reader',
      now() - interval '100 days'
    FROM tool t`;
  await db().$executeRaw`ANALYZE`;
}

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
  await addEvidence(people);
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
