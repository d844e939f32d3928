import { beforeAll, beforeEach, expect, test } from "vitest";
import { missedSearches } from "#lib/catalog/server/missed-searches.ts";
import { noteSearch } from "#lib/catalog/server/note-search.ts";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";

testDatabase();
let seekers: Viewer[];
let owner: Viewer;
let openTool: { id: string };
let hiddenTool: { id: string };

beforeAll(async () => {
  const team = await makeTeam("Support");
  seekers = await Promise.all([makeViewer({ roles: ["employee"] }), makeViewer({ roles: ["employee"] })]);
  owner = await makeViewer({ roles: ["owner"], teamId: team.teamId });
  openTool = await makeTool({ name: "Remote Access", ...team, purpose: "Connects you from home." });
  hiddenTool = await makeTool({ name: "Hidden Access", ...team, audience: "only-me" });
});
beforeEach(() => db().searchRecord.deleteMany());

const rows = () =>
  db().searchRecord.findMany({
    orderBy: { id: "asc" },
    select: { id: true, normalized: true, refinesId: true, openedId: true },
  });

test("other words a moment later refine the search before; words typed on do not", async () => {
  const [seeker] = seekers as [Viewer, Viewer];
  for (const q of ["vpn", "vpn mac", "remote access"]) await noteSearch(seeker, { q });
  const [typed, typedOn, other] = await rows();
  expect([typed?.refinesId, typedOn?.refinesId]).toEqual([null, null]);
  expect(other).toMatchObject({ normalized: "remote access", refinesId: typedOn?.id });
});

test("what was opened stands with its search, kept before or not, and ends the wish", async () => {
  const [seeker] = seekers as [Viewer, Viewer];
  await noteSearch(seeker, { q: "Remote  access" });
  await noteSearch(seeker, { q: "remote access", opened: openTool.id });
  await noteSearch(seeker, { q: "canteen" });
  expect(await rows()).toMatchObject([
    { normalized: "remote access", openedId: openTool.id },
    { normalized: "canteen", refinesId: null, openedId: null },
  ]);
});

test("a search of long before, or of somebody else, is not refined", async () => {
  const [one, other] = seekers as [Viewer, Viewer];
  await noteSearch(one, { q: "vpn mac" });
  await noteSearch(other, { q: "tunnel" });
  await db().searchRecord.updateMany({ data: { occurredAt: new Date(Date.now() - 4 * 60_000) } });
  await noteSearch(one, { q: "remote access" });
  expect((await rows()).map(({ refinesId }) => refinesId)).toEqual([null, null, null]);
});

test("a tool that one may not find is not kept as opened", async () => {
  const [seeker] = seekers as [Viewer, Viewer];
  for (const opened of [hiddenTool.id, newId()])
    await expect(noteSearch(seeker, { q: "access", opened })).rejects.toMatchObject({ code: "not-found" });
  expect(await rows()).toEqual([]);
});

test("owners see what several people missed, with the words that they tried next", async () => {
  const [one, other] = seekers as [Viewer, Viewer];
  for (const seeker of [one, other]) {
    await noteSearch(seeker, { q: "connects me" });
    await noteSearch(seeker, { q: "remote access", opened: openTool.id });
  }
  await noteSearch(one, { q: "gym membership" });
  const missed = await missedSearches(owner, { days: 28, limit: 5 });
  expect(missed).toMatchObject([{ query: "connects me", people: 2, times: 2, saidAgain: "remote access" }]);
  await noteSearch(other, { q: "gym membership" });
  expect(await missedSearches(owner, { days: 28, limit: 5 })).toHaveLength(2);
  await expect(missedSearches(one, { days: 28, limit: 5 })).rejects.toMatchObject({ code: "forbidden" });
});
