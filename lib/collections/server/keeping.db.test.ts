import { beforeAll, describe, expect, test } from "vitest";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { dropFavourite, keepFavourite } from "#lib/collections/server/keep-favourite.ts";
import { listFavourites } from "#lib/collections/server/list-favourites.ts";
import {
  deleteSearch,
  listSavedSearches,
  renameSearch,
  saveSearch,
} from "#lib/collections/server/saved-searches.ts";
import { recentlyUsed, usedInTeam } from "#lib/collections/server/used-tools.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makePerson, makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import { recordUsage } from "#lib/telemetry/server/record-usage.ts";

let viewer: Viewer;
let stranger: Viewer;
let team: { domainId: string; teamId: string };
let desk: { id: string; slug: string };
let guide: { id: string; slug: string };
let hidden: { id: string; slug: string };

testDatabase();
beforeAll(async () => {
  team = await makeTeam("Support");
  const { domainId } = await makeTeam("Elsewhere");
  viewer = await makeViewer({ name: "Vera", teamId: team.teamId });
  stranger = await makeViewer({ name: "Sam" });
  desk = await makeTool({ name: "Desk", ...team });
  guide = await makeTool({ name: "A Guide", ...team });
  hidden = await makeTool({ name: "Hidden", domainId, audience: "domain" });
});
const notFound = { code: "not-found" };
const countOf = (type: string) => db().auditEvent.count({ where: { type } });

describe("favourites", () => {
  test("are kept once, by name, for one person, and let go of once", async () => {
    await keepFavourite(viewer, desk.slug);
    await keepFavourite(viewer, guide.slug);
    await keepFavourite(viewer, guide.slug);
    expect((await listFavourites(viewer)).map(({ name }) => name)).toEqual(["A Guide", "Desk"]);
    expect(await listFavourites(stranger)).toEqual([]);
    expect(await countOf("favourite.added")).toBe(2);
    await dropFavourite(viewer, guide.slug);
    await dropFavourite(viewer, guide.slug);
    expect((await listFavourites(viewer)).map(({ name }) => name)).toEqual(["Desk"]);
    expect(await countOf("favourite.removed")).toBe(1);
  });

  test("of what one may not find cannot be kept; one that became hidden is not shown and can be let go of", async () => {
    await expect(keepFavourite(viewer, hidden.slug)).rejects.toMatchObject(notFound);
    await expect(keepFavourite(viewer, "no-such-thing")).rejects.toMatchObject(notFound);
    await expect(dropFavourite(viewer, "no-such-thing")).rejects.toMatchObject(notFound);
    const before = await listFavourites(viewer);
    await db().favourite.create({
      data: { personId: viewer.id, toolId: hidden.id, addedAt: new Date() },
    });
    expect(await listFavourites(viewer)).toEqual(before);
    await dropFavourite(viewer, hidden.slug);
    expect(await db().favourite.count({ where: { toolId: hidden.id } })).toBe(0);
  });
});

describe("saved searches", () => {
  const input = (name: string) => ({ name, query: "?page=2&q=ticket&view=compact" });

  test("keep words and filters, by name, and belong to one person", async () => {
    const saved = await saveSearch(viewer, input("Tickets"));
    expect(saved.query).toBe("q=ticket");
    await saveSearch(viewer, input("Another"));
    expect((await listSavedSearches(viewer)).map(({ name }) => name)).toEqual(["Another", "Tickets"]);
    expect(await listSavedSearches(stranger)).toEqual([]);
    await expect(renameSearch(stranger, saved.id, "Mine")).rejects.toMatchObject(notFound);
    await expect(deleteSearch(stranger, saved.id)).rejects.toMatchObject(notFound);
    // Another person may use the same name.
    await saveSearch(stranger, input("Tickets"));
  });

  test("have names of their own, and something to search for", async () => {
    const twice = { code: "conflict", fields: [{ path: "name" }] };
    await expect(saveSearch(viewer, input("Tickets"))).rejects.toMatchObject(twice);
    const [another] = await listSavedSearches(viewer);
    if (!another) throw new Error("Nothing is saved.");
    await expect(renameSearch(viewer, another.id, "Tickets")).rejects.toMatchObject(twice);
    expect((await renameSearch(viewer, another.id, "Other")).name).toBe("Other");
    await deleteSearch(viewer, another.id);
    await expect(deleteSearch(viewer, another.id)).rejects.toMatchObject(notFound);
    const empty = saveSearch(viewer, { name: "Nothing", query: "sort=name&page=3" });
    await expect(empty).rejects.toMatchObject({ code: "invalid-input", fields: [{ path: "query" }] });
  });
});

describe("what was used", () => {
  const use = (person: { id: string }, toolId: string, outcome: "succeeded" | "refused" = "succeeded") =>
    recordUsage({
      kind: "tool",
      channel: "chat",
      personId: person.id,
      teamId: team.teamId,
      toolId,
      outcome,
      durationMs: 5,
    });

  test("by oneself: each tool once, the latest first, without refusals and what is hidden", async () => {
    await use(viewer, desk.id);
    await use(viewer, hidden.id);
    await use(viewer, guide.id);
    await use(viewer, desk.id);
    await use(viewer, guide.id, "refused");
    expect((await recentlyUsed(viewer, 5)).map(({ card }) => card.slug)).toEqual([desk.slug, guide.slug]);
    expect(await recentlyUsed(stranger, 5)).toEqual([]);
  });

  test("by the team: only what three others used, without the viewer's own use and what is hidden", async () => {
    const others = await Promise.all([1, 2, 3].map(() => makePerson({ teamId: team.teamId })));
    const [first, second, third] = others;
    if (!first || !second || !third) throw new Error("Three colleagues are needed.");
    for (const person of [first, second]) {
      for (const tool of [desk, guide, hidden]) await use(person, tool.id);
    }
    // The viewer is the third who uses the desk: still nothing, for they would know the other two.
    await use(third, guide.id, "refused");
    expect(await usedInTeam(viewer, 5)).toEqual([]);
    await use(third, guide.id);
    await use(third, hidden.id);
    expect((await usedInTeam(viewer, 5)).map(({ card, people }) => [card.slug, people])).toEqual([
      [guide.slug, 3],
    ]);
    expect(await usedInTeam(stranger, 5)).toEqual([]);
  });
});
