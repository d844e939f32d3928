import { beforeAll, describe, expect, test, vi } from "vitest";
import { catalogChanged } from "#lib/catalog/server/catalog-changed.ts";
import { loadCards } from "#lib/catalog/server/load-cards.ts";
import { searchCatalog } from "#lib/catalog/server/search-catalog.ts";
import { sweepIndex, toolIndex } from "#lib/catalog/server/tool-index.ts";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { transaction } from "#lib/db/transaction.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makePerson, makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";

const database = testDatabase();
let team: { domainId: string; teamId: string };
let viewer: Viewer;

beforeAll(async () => {
  team = await makeTeam("Support");
  viewer = await makeViewer({ teamId: team.teamId });
  await makeTool({ name: "Ticket Desk", ...team });
  await toolIndex();
});

const found = async (q: string) => (await searchCatalog(viewer, { q })).hits.map(({ name }) => name);

describe("the index", () => {
  test("takes in a changed tool alone, and leaves the others as they are", async () => {
    const other = await makeTool({ name: "Outage Map", ...team });
    const before = await toolIndex();
    const untouched = before.entries.get(other.id);
    const tool = await makeTool({ name: "Fibre Finder", ...team, purpose: "Finds a duct for a fibre." });
    const after = await toolIndex();
    expect(after).not.toBe(before);
    expect(after.entries.get(other.id)).toBe(untouched);
    expect(await found("duct")).toEqual(["Fibre Finder"]);
    await db().tool.update({ where: { id: tool.id }, data: { name: "Cable Finder" } });
    await catalogChanged([tool.id]);
    expect(await found("cable")).toEqual(["Cable Finder"]);
  });

  test("forgets a tool that is gone, and nobody gets the place it had", async () => {
    const secret = await makeTool({ name: "Salary Bands", ...team, audience: "only-me" });
    expect(await found("salary bands")).toEqual([]);
    const open = await makeTool({ name: "Canteen Menu", ...team });
    expect(await found("canteen menu")).toEqual(["Canteen Menu"]);
    await db().tool.delete({ where: { id: open.id } });
    await catalogChanged();
    expect(await found("canteen menu")).toEqual([]);
    // This one takes the free slot of a tool that everybody saw.
    await makeTool({ name: "Payroll Notes", ...team, audience: "only-me" });
    expect(await found("payroll notes")).toEqual([]);
    const { cards } = await loadCards(viewer);
    expect(cards.has(secret.id)).toBe(false);
    expect([...cards.values()].map(({ name }) => name)).not.toContain("Payroll Notes");
  });

  test("learns within a second what another replica changed", async () => {
    const id = newId();
    const { domainId } = team;
    await db().tool.create({ data: { id, slug: "lab-loans", name: "Lab Loans", kind: "link", domainId } });
    await database.engine.query("SELECT pg_notify('weft_catalog', $1)", [id]);
    await vi.waitFor(async () => expect(await found("lab loans")).toEqual(["Lab Loans"]), { timeout: 1000 });
  });

  test("stays as it was when a change is rolled back", async () => {
    const change = transaction(async () => {
      await makeTool({ name: "Never Made", ...team });
      throw new Error("stopped");
    });
    await expect(change).rejects.toThrow("stopped");
    expect(await found("never made")).toEqual([]);
  });

  test("finds by itself what nobody told of, such as a person who left", async () => {
    const owner = await makePerson({ teamId: team.teamId });
    const tool = await makeTool({ name: "Owned Tool", ...team, ownerId: owner.id });
    expect((await loadCards(viewer)).cards.get(tool.id)?.isUnowned).toBe(false);
    await db().person.update({ where: { id: owner.id }, data: { isActive: false } });
    const before = await toolIndex();
    await sweepIndex();
    expect((await loadCards(viewer)).cards.get(tool.id)?.isUnowned).toBe(true);
    const after = await toolIndex();
    expect(after).not.toBe(before);
    await sweepIndex();
    expect(await toolIndex()).toBe(after);
  });
});

test("a new rule holds from the next search on", async () => {
  expect(await found("ticket desk")).toEqual(["Ticket Desk"]);
  const resource = await db().tool.findUniqueOrThrow({
    where: { slug: "ticket-desk" },
    select: { id: true },
  });
  const rule = await db().policyRule.create({
    data: {
      id: newId(),
      title: "Hidden",
      reason: "For nobody.",
      effect: "forbid",
      actions: ["discover"],
      subjectKind: "everyone",
      subjectIds: [],
      resourceKind: "tool",
      resourceId: resource.id,
    },
    select: { id: true },
  });
  expect(await found("ticket desk")).toEqual([]);
  expect((await loadCards(viewer)).facts.has(resource.id)).toBe(false);
  await db().policyRule.delete({ where: { id: rule.id } });
  expect(await found("ticket desk")).toEqual(["Ticket Desk"]);
});
