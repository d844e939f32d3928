import { beforeAll, expect, test } from "vitest";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makePerson, makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import { ratingQuerySchema } from "#lib/reviews/schema.ts";
import { listRatings } from "#lib/reviews/server/list-ratings.ts";
import { makeRatings } from "#lib/reviews/testing/make-ratings.ts";

testDatabase();
let reader: Viewer;
let own: { domainId: string; teamId: string };
let teams: string[];
let made = 0;

beforeAll(async () => {
  reader = await makeViewer();
  own = await makeTeam("Owners");
  teams = (await Promise.all(["Desk", "Field", "Shops"].map((name) => makeTeam(name)))).map(
    ({ teamId }) => teamId,
  );
});

/** A tool with five old ratings of each of three teams. */
async function ratedTool() {
  made += 1;
  const tool = await makeTool({ name: `Guarded ${made}`, ...own });
  await add(tool.id, 15, { stars: 4, ratedAt: daysAgo(30) }, (at) => teams[at % 3]);
  return tool;
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
type Facts = Partial<Parameters<typeof makeRatings>[1][number]>;

async function add(toolId: string, count: number, facts: Facts, teamOf: (at: number) => string | undefined) {
  const ids: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const teamId = teamOf(at);
    const { id } = await makePerson(teamId ? { teamId } : {});
    ids.push(id);
    await makeRatings(toolId, [{ personId: id, teamId: teamId ?? null, ...facts }]);
  }
  return ids;
}

const told = async (slug: string) => {
  const { summary, excluded } = await listRatings(reader, slug, ratingQuerySchema.parse({}));
  return { summary, excluded };
};

test.each([
  ["a burst of one team", "team-share", async (id: string) => add(id, 12, { stars: 1 }, () => teams[0])],
  ["the owning team", "own-team", async (id: string) => add(id, 12, { stars: 5 }, () => own.teamId)],
  [
    "another major version",
    "older-major",
    async (id: string) => add(id, 12, { stars: 1, major: 0 }, () => teams[1]),
  ],
  [
    "people who left",
    "former-colleague",
    async (id: string) => {
      const gone = await add(id, 12, { stars: 1 }, () => teams[2]);
      await db().person.updateMany({ where: { id: { in: gone } }, data: { isActive: false } });
    },
  ],
  [
    "what was withdrawn",
    "withdrawn",
    async (id: string) => add(id, 12, { stars: 1, withdrawnAt: daysAgo(0) }, () => teams[2]),
  ],
] as const)("ratings of %s move no number and are counted on the page", async (_, reason, addThem) => {
  const { id, slug } = await ratedTool();
  const before = await told(slug);
  expect(before).toMatchObject({ summary: { state: "shown", counted: 15, teams: 3 }, excluded: [] });
  await addThem(id);
  const after = await told(slug);
  expect(after.excluded).toEqual([{ reason, count: 12 }]);
  expect(after.summary).toMatchObject({ ...before.summary, average: expect.closeTo(4, 9) });
});

test("a rating that is changed again and again stays one", async () => {
  const { id, slug } = await ratedTool();
  const [row] = await db().toolRating.findMany({ where: { toolId: id }, take: 1 });
  for (const stars of [1, 5, 1, 4])
    await db().toolRating.update({ where: { id: row?.id ?? "" }, data: { stars, changedAt: new Date() } });
  expect((await told(slug)).summary).toMatchObject({ counted: 15, average: expect.closeTo(4, 9) });
});
