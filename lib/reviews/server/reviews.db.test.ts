import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makePerson, makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import { type RatingQuery, ratingQuerySchema } from "#lib/reviews/schema.ts";
import { listRatings } from "#lib/reviews/server/list-ratings.ts";
import { rateTool } from "#lib/reviews/server/rate-tool.ts";
import { replyToRating } from "#lib/reviews/server/reply-to-rating.ts";
import { withdrawRating } from "#lib/reviews/server/withdraw-rating.ts";
import { makeRatings, makeUse } from "#lib/reviews/testing/make-ratings.ts";

let owner: Viewer;
let user: Viewer;
let stranger: Viewer;
let team: { domainId: string; teamId: string };
let others: { domainId: string; teamId: string };
let tool: { id: string; slug: string; versionId: string };
let count = 0;

testDatabase();
beforeAll(async () => {
  team = await makeTeam("Owners");
  others = await makeTeam("Front Line");
  owner = await makeViewer({ name: "Olga", teamId: team.teamId, roles: ["employee", "owner"] });
  user = await makeViewer({ name: "Ulf", teamId: others.teamId, roles: ["employee"] });
  stranger = await makeViewer({ name: "Eve", teamId: others.teamId, roles: ["employee", "admin"] });
});
beforeEach(async () => {
  count += 1;
  tool = await makeTool({ name: `Rated ${count}`, ...team, ownerId: owner.id, version: "1.2.0" });
});

const list = (viewer: Viewer, query: Partial<RatingQuery> = {}) =>
  listRatings(viewer, tool.slug, ratingQuerySchema.parse({ ...query }));
const rate = (stars: number, text = "", viewer = user) => rateTool(viewer, tool.slug, { stars, text });
const use = (viewer = user, facts: { daysAgo?: number; outcome?: string } = {}) =>
  makeUse(viewer, { toolId: tool.id, ...facts });
const eventsOf = (type: string) =>
  db().auditEvent.findMany({ where: { type, targetId: tool.id }, orderBy: { id: "asc" } });
const rows = () => db().toolRating.findMany({ where: { toolId: tool.id } });

async function raters(teams: readonly string[], stars = 4): Promise<void> {
  const people = await Promise.all(
    teams.map(async (teamId) => ({ teamId, ...(await makePerson({ teamId })) })),
  );
  await makeRatings(
    tool.id,
    people.map(({ id, teamId }) => ({ personId: id, teamId, stars })),
  );
}

describe("rating", () => {
  test("only after a use in 90 days that was not refused", async () => {
    const refused = { code: "forbidden", message: "You have not used this tool in the last 90 days." };
    await expect(rate(5)).rejects.toMatchObject(refused);
    await use(user, { outcome: "refused" });
    await use(user, { daysAgo: 91 });
    await use(stranger);
    await expect(rate(5)).rejects.toMatchObject(refused);
    expect((await list(user)).mayRate).toEqual({ allowed: false, reason: "not-used" });
    await use(user, { daysAgo: 89, outcome: "failed" });
    expect((await rate(5)).stars).toBe(5);
    expect((await list(user)).mayRate).toEqual({ allowed: true, reason: "used" });
  });

  test("a tool that runs elsewhere, or was never published, says why it cannot be rated", async () => {
    await db().tool.update({ where: { id: tool.id }, data: { kind: "link" } });
    expect((await list(user)).mayRate.reason).toBe("runs-elsewhere");
    await db().tool.update({ where: { id: tool.id }, data: { currentVersionId: null } });
    expect((await list(user)).mayRate.reason).toBe("no-version");
    await expect(rate(3)).rejects.toMatchObject({ message: "This tool has no published version yet." });
  });

  test("of a tool that one may not find is not found", async () => {
    await use();
    await db().tool.update({ where: { id: tool.id }, data: { audience: "team" } });
    for (const call of [() => rate(5), () => list(user), () => withdrawRating(user, tool.slug)]) {
      await expect(call()).rejects.toMatchObject({ code: "not-found" });
    }
  });

  test("again changes the one there is, and the trail keeps before and after without the words", async () => {
    await use();
    const given = await rate(2, "Slow today");
    await rate(5, "Fast again");
    expect(await rows()).toMatchObject([
      { id: given.id, stars: 5, text: "Fast again", major: 1, version: "1.2.0", teamId: others.teamId },
    ]);
    expect((await rows())[0]?.changedAt).not.toBeNull();
    expect(await eventsOf("rating.given")).toMatchObject([
      { actorName: "Ulf", changes: { before: null, after: { stars: 2 } } },
    ]);
    const [changed] = await eventsOf("rating.changed");
    expect(changed).toMatchObject({
      changes: { before: { stars: 2 }, after: { stars: 5, version: "1.2.0" } },
    });
    expect(JSON.stringify(changed?.changes)).not.toContain("Fast again");
  });

  test("the same again changes nothing and writes no event", async () => {
    await use();
    await rate(4, "Good");
    await rate(4, "Good");
    expect((await rows())[0]?.changedAt).toBeNull();
    expect(await eventsOf("rating.changed")).toEqual([]);
  });

  test("two clicks at once leave one rating and one event", async () => {
    await use();
    const both = await Promise.allSettled([rate(4, "Twice"), rate(4, "Twice")]);
    expect(both.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    expect(await rows()).toHaveLength(1);
    expect(await eventsOf("rating.given")).toHaveLength(1);
    expect(await eventsOf("rating.changed")).toEqual([]);
  });

  test("a new major version is rated anew, and the old rating no longer counts", async () => {
    await use();
    await rate(2, "Old one");
    const id = newId();
    await db().toolVersion.create({
      data: { id, toolId: tool.id, version: "2.0.0", words: {}, publishedAt: new Date() },
    });
    await db().tool.update({ where: { id: tool.id }, data: { currentVersionId: id } });
    expect((await list(user, { skip: "1" })).mine).toBeNull();
    await rate(5, "New one");
    const { items, excluded, mine } = await list(user);
    expect(items.map(({ version, notCounted }) => [version, notCounted])).toEqual([
      ["2.0.0", null],
      ["1.2.0", "older-major"],
    ]);
    expect(excluded).toEqual([{ reason: "older-major", count: 1 }]);
    expect(mine?.stars).toBe(5);
  });
});

describe("withdrawing", () => {
  test("hides the rating, keeps its row, and it can be given again", async () => {
    await use();
    await expect(withdrawRating(user, tool.slug)).rejects.toMatchObject({ code: "not-found" });
    await rate(1, "Broken");
    await withdrawRating(user, tool.slug);
    await expect(withdrawRating(user, tool.slug)).rejects.toMatchObject({ code: "not-found" });
    expect(await list(stranger)).toMatchObject({
      summary: { state: "none" },
      items: [],
      excluded: [{ reason: "withdrawn", count: 1 }],
    });
    expect((await list(user)).mine).toMatchObject({ isWithdrawn: true, stars: 1 });
    expect(await rows()).toHaveLength(1);
    expect(await eventsOf("rating.withdrawn")).toHaveLength(1);
    await rate(1, "Broken");
    expect((await list(stranger)).items).toHaveLength(1);
    expect(await rows()).toHaveLength(1);
  });

  test("needs no use", async () => {
    await makeRatings(tool.id, [{ personId: user.id, teamId: user.teamId }]);
    await withdrawRating(user, tool.slug);
    expect((await list(stranger)).items).toEqual([]);
  });
});

describe("replying", () => {
  const reply = (viewer: Viewer, text: string, replaces: string | null = null, slug = tool.slug) =>
    rows().then(([row]) => replyToRating(viewer, slug, row?.id ?? newId(), { text, replaces }));

  test("is for those who may edit the tool; others are refused with an event", async () => {
    await use();
    await rate(3, "Hm");
    await expect(reply(stranger, "No")).rejects.toMatchObject({ code: "refused-by-policy" });
    await expect(reply(user, "No")).rejects.toMatchObject({ code: "refused-by-policy" });
    expect(await eventsOf("policy.refused")).toHaveLength(2);
    const { repliedAt } = await reply(owner, "Thank you");
    expect((await list(stranger)).items[0]?.reply).toEqual({
      text: "Thank you",
      repliedAt,
      by: "Olga",
      isToEarlier: false,
    });
    expect([(await list(owner)).canReply, (await list(user)).canReply]).toEqual([true, false]);
  });

  test("takes the place only of the reply that was seen", async () => {
    await use();
    await rate(3, "Hm");
    const { repliedAt } = await reply(owner, "First");
    await expect(reply(owner, "Late")).rejects.toMatchObject({ code: "conflict" });
    await reply(owner, "Better", repliedAt);
    expect((await list(stranger)).items[0]?.reply?.text).toBe("Better");
    expect(await eventsOf("rating.replied")).toHaveLength(2);
  });

  test("two at once: one is taken, the other told", async () => {
    await use();
    await rate(3, "Hm");
    const both = await Promise.allSettled([reply(owner, "One"), reply(owner, "Two")]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await eventsOf("rating.replied")).toHaveLength(1);
  });

  test("is said to be older when the rating changed after it", async () => {
    await use();
    await rate(3, "Hm");
    await reply(owner, "Sorry");
    await rate(5, "Mended");
    expect((await list(stranger)).items[0]?.reply?.isToEarlier).toBe(true);
  });

  test("only under its own tool, and not to what was withdrawn", async () => {
    await use();
    await rate(3, "Hm");
    const other = await makeTool({ name: `Other ${count}`, ...team, ownerId: owner.id });
    await expect(reply(owner, "Hello", null, other.slug)).rejects.toMatchObject({ code: "not-found" });
    await withdrawRating(user, tool.slug);
    await expect(reply(owner, "Hello")).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("what is told of all ratings", () => {
  test("no average before five raters of two teams", async () => {
    await raters(Array.from({ length: 5 }, () => others.teamId));
    expect((await list(stranger)).summary).toEqual({ state: "too-few", counted: 5, teams: 1 });
    await raters([(await makeTeam("Billing")).teamId], 1);
    expect((await list(stranger)).summary).toMatchObject({
      state: "shown",
      counted: 6,
      teams: 2,
      distribution: [1, 0, 0, 5, 0],
    });
  });

  test("nothing to who may rate and has not, until they rate or skip", async () => {
    await raters([others.teamId, others.teamId]);
    await use();
    expect(await list(user)).toMatchObject({ summary: { state: "rate-first", total: 2 }, items: [] });
    expect((await list(user, { skip: "1" })).items).toHaveLength(2);
    expect((await list(user)).summary.state).toBe("rate-first");
    await rate(4);
    expect((await list(user)).items).toHaveLength(3);
  });

  test("all of it to the people who answer for the tool, whose ratings count for nothing", async () => {
    await raters([others.teamId]);
    await use(owner);
    expect(await list(owner)).toMatchObject({ isOwn: true, summary: { state: "too-few", counted: 1 } });
    await rate(5, "Ours", owner);
    const { excluded, summary, items } = await list(stranger);
    expect(excluded).toEqual([{ reason: "own-team", count: 1 }]);
    expect(summary).toMatchObject({ counted: 1 });
    expect(items.find(({ text }) => text === "Ours")?.notCounted).toBe("own-team");
  });

  test("the name of somebody who has left is not told", async () => {
    const gone = await makePerson({ name: "Gone Person", teamId: others.teamId });
    await makeRatings(tool.id, [{ personId: gone.id, teamId: others.teamId, text: "Bye" }]);
    await db().person.update({ where: { id: gone.id }, data: { isActive: false } });
    const answer = await list(stranger);
    expect(answer.items).toMatchObject([{ author: null, team: null, notCounted: "former-colleague" }]);
    expect(answer.excluded).toEqual([{ reason: "former-colleague", count: 1 }]);
    expect(JSON.stringify(answer)).not.toContain("Gone Person");
  });

  test("hostile words come back as they were written", async () => {
    await use();
    const text = '<img src=x onerror="alert(1)"> \u202Egnp.exe %_\\ "';
    await rate(3, text);
    expect((await list(stranger)).items[0]?.text).toBe(text);
  });
});

describe("10,000 ratings", () => {
  test("are counted, and paged without repeats in every order", async () => {
    const teams = await Promise.all(Array.from({ length: 20 }, (_, at) => makeTeam(`Team ${count} ${at}`)));
    const people = Array.from({ length: 10_000 }, (_, at) => ({
      id: newId(),
      name: `Rater ${at}`,
      email: `rater-${count}-${at}@example.com`,
      teamId: teams[at % 20]?.teamId ?? null,
    }));
    await db().person.createMany({ data: people });
    await makeRatings(
      tool.id,
      people.map(({ id, teamId }, at) => ({
        personId: id,
        teamId,
        stars: 1 + (at % 5),
        // Many share their moment, so that the order hangs on the id too.
        ratedAt: new Date(Date.now() - 1000 * Math.floor(at / 7)),
      })),
    );
    const first = await list(stranger, { limit: 100 });
    expect(first.summary).toMatchObject({ state: "shown", counted: 10_000, teams: 20 });
    for (const [sort, stars] of [
      ["newest", undefined],
      ["lowest", 3],
      ["highest", 3],
    ] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list(stranger, { sort, stars, cursor, limit: 100 });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined && seen.length < 1000);
      expect(new Set(seen).size).toBe(1000);
    }
    const lowest = await list(stranger, { sort: "lowest", limit: 100 });
    const highest = await list(stranger, { sort: "highest", limit: 100 });
    expect([lowest.items[0]?.stars, highest.items[0]?.stars]).toEqual([1, 5]);
  }, 120_000);

  test("a cursor of another order, or of nobody, is refused", async () => {
    await raters([others.teamId, others.teamId, others.teamId]);
    const { nextCursor } = await list(stranger, { limit: 1 });
    for (const cursor of [nextCursor ?? "", "nonsense"]) {
      await expect(list(stranger, { sort: "lowest", cursor })).rejects.toMatchObject({
        code: "invalid-input",
      });
    }
    await expect(
      list(stranger, { cursor: (await list(stranger, { sort: "lowest", limit: 1 })).nextCursor ?? "" }),
    ).rejects.toMatchObject({ code: "invalid-input" });
  });
});
