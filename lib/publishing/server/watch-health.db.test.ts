import { beforeAll, expect, test } from "vitest";
import type { Concern } from "#lib/catalog/concerns.ts";
import { blockTool } from "#lib/catalog/server/block-tool.ts";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import { dayOf } from "#lib/ownership/server/tell.ts";
import { newsOf, tellOfHealth } from "#lib/publishing/server/watch-health.ts";

let owner: Viewer;
let tool: { id: string; slug: string };

testDatabase();
beforeAll(async () => {
  const team = await makeTeam();
  owner = await makeViewer({ name: "Olga", teamId: team.teamId });
  tool = await makeTool({ name: "Watched desk", ...team, ownerId: owner.id });
});

const news = () => db().notification.findMany({ where: { personId: owner.id }, orderBy: { id: "asc" } });
const daysFrom = (days: number) => new Date(now().getTime() + days * 86_400_000);

test("owners are told once that a review expires, and once that it has", async () => {
  const review = {
    toolId: tool.id,
    kind: "security",
    reviewer: "Aud",
    outcome: "passed",
    reviewedAt: daysFrom(-300),
  };
  const { id } = await db().toolReview.create({ data: { ...review, id: newId(), expiresAt: daysFrom(20) } });
  await tellOfHealth();
  await tellOfHealth();
  expect((await news()).map(({ kind, title }) => [kind, title])).toEqual([
    ["review-expiring", `The security review of Watched desk expires on ${dayOf(daysFrom(20))}`],
  ]);
  await db().toolReview.update({ where: { id }, data: { expiresAt: daysFrom(-1) } });
  await tellOfHealth();
  expect((await news()).at(-1)?.title).toBe("The security review of Watched desk has expired");
});

test("failing more than promised is told once a week", () => {
  const facts = { at: null, count: 200, share: 0.871, name: null };
  const concern: Concern = { kind: "failing", tool: { slug: "desk", name: "Desk" }, facts };
  const first = newsOf(concern, new Date("2026-11-05T00:00:00Z"));
  expect(first?.body).toBe("87.1 % of 200 calls in 28 days succeeded.");
  expect(newsOf(concern, new Date("2026-11-05T12:00:00Z"))?.key).toBe(first?.key);
  expect(newsOf(concern, new Date("2026-11-13T00:00:00Z"))?.key).not.toBe(first?.key);
});

test("concerns that others tell are not told twice", () => {
  const facts = { at: null, count: null, share: null, name: null };
  for (const kind of [
    "blocked",
    "unowned",
    "unconfirmed",
    "question-waiting",
    "outage",
    "suspended",
  ] as const)
    expect(newsOf({ kind, tool: { slug: "desk", name: "Desk" }, facts }, now())).toBeNull();
});

test("an owner is told that a tool was blocked, with the reason", async () => {
  const admin = await makeViewer({ name: "Ada", roles: ["admin"] });
  await blockTool(admin, { slug: tool.slug, reason: "It leaks." });
  expect((await news()).at(-1)).toMatchObject({ kind: "tool-blocked", body: "Ada writes: It leaks." });
});
