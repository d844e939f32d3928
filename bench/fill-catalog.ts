/**
 * Fills the database of the settings with a large catalog, so that its screens can be looked at: tools with teams,
 * owners, calls, ratings and trust, and a few tools that are hard to show (`monster-*`). Only a demo company takes it.
 *
 *   WEFT_DATA_DIR=FOLDER node --conditions=react-server bench/fill-catalog.ts [--tools 10000] [--teams 4000]
 *     [--people 10000] [--calls 10]
 *
 * Stop Weft before, if its database is embedded. `npm run up -- --fresh-demo` takes everything away again.
 */
import { parseArgs } from "node:util";
import { catalogChanged } from "#lib/catalog/server/catalog-changed.ts";
import { closeDatabase, databaseEngine, db, openDatabase } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { rateAllTools } from "#lib/trust/server/rate-tools.ts";
import { insertOwners, insertPeople, insertTeams } from "./fill/insert-organisation.ts";
import { insertMonsters } from "./fill/monsters.ts";
import { generatedTool } from "./search/generated-tools.ts";
import { insertEvidence } from "./search/insert-evidence.ts";
import { insertTools } from "./search/insert-tools.ts";

const { values } = parseArgs({
  options: {
    tools: { type: "string", default: "10000" },
    teams: { type: "string", default: "4000" },
    people: { type: "string", default: "10000" },
    calls: { type: "string", default: "10" },
  },
});

/** Why this database is left alone; null for the demo company, not filled yet. */
async function reasonToLeave(): Promise<string | null> {
  const [row] = await databaseEngine().query(
    "SELECT (SELECT value->>'state' FROM setting WHERE key = 'demo.seeding') AS state",
    [],
  );
  if (!env().isDemo || row?.state !== "ended") return "This is not the database of a demo company.";
  if (await db().tool.findUnique({ where: { slug: "monster-words" }, select: { id: true } }))
    return "This database is filled already.";
  return null;
}

async function step<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const begin = performance.now();
  const result = await work();
  console.log(`${name.padEnd(12)}${((performance.now() - begin) / 1000).toFixed(1)} s`);
  return result;
}

async function fill(): Promise<void> {
  const teams = await step("teams", () => insertTeams(Number(values.teams)));
  const people = await step("people", () => insertPeople(Number(values.people), teams));
  const domainIds = teams.map(({ domainId }) => domainId);
  const teamIds = teams.map(({ id }) => id);
  await step("tools", () =>
    insertTools(
      Array.from({ length: Number(values.tools) }, (_, at) => generatedTool(at, domainIds, teamIds)),
    ),
  );
  const monsters = await step("monsters", () => insertMonsters(teams, people));
  await step("owners", insertOwners);
  await step("evidence", () =>
    insertEvidence(people, { calls: Number(values.calls), probes: 24, ratings: 4 }),
  );
  await step("trust", () => rateAllTools());
  await catalogChanged();
  console.log(`Look at ${monsters.join(", ")}.`);
}

await openDatabase();
try {
  const reason = await reasonToLeave();
  if (reason) {
    console.error(reason);
    process.exitCode = 1;
  } else {
    await fill();
  }
} finally {
  await closeDatabase();
}
