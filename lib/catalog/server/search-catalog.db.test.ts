import { beforeAll, describe, expect, test } from "vitest";
import type { CatalogQuery } from "#lib/catalog/schema.ts";
import { noteSearch } from "#lib/catalog/server/note-search.ts";
import { searchCatalog } from "#lib/catalog/server/search-catalog.ts";
import { suggestTools } from "#lib/catalog/server/suggest-tools.ts";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";

testDatabase();
let insider: Viewer;
let outsider: Viewer;

beforeAll(async () => {
  const support = await makeTeam("Support");
  const reward = await makeTeam("Reward");
  insider = await makeViewer({ teamId: reward.teamId });
  outsider = await makeViewer({ teamId: support.teamId });
  await makeTool({
    name: "Ticket Desk",
    ...support,
    purpose: "Finds, opens and changes the tickets of customers.",
    examples: [{ request: "Open a ticket for a customer without internet", answer: "" }],
    tags: ["tickets"],
  });
  await makeTool({
    name: "Price List",
    ...support,
    kind: "knowledge",
    purpose: "Shows what tariffs, roaming and fees cost.",
    docs: "# Price List\n\n## Tickets\n\nA ticket about a wrong price goes to billing.",
  });
  await makeTool({
    name: "Complaint Reply",
    ...support,
    kind: "prompt",
    needsModel: true,
    purpose: "Drafts a reply to a complaint.",
  });
  await makeTool({
    name: "Ticket Lookup",
    ...support,
    lifecycle: "deprecated",
    purpose: "Shows one ticket by its number.",
    tags: ["tickets"],
  });
  await makeTool({
    name: "Salary Bands",
    ...reward,
    audience: "team",
    purpose: "Looks up which remuneration belongs to which job.",
    tags: ["remuneration"],
  });
  const shared = await makeTool({
    name: "Leave Balance",
    ...reward,
    purpose: "Shows how many days of leave are left.",
  });
  await db().policyRule.create({
    data: {
      id: newId(),
      title: "Leave of one's own people",
      reason: "Only Reward may use it.",
      effect: "only",
      actions: ["use"],
      subjectKind: "team",
      subjectIds: [reward.teamId],
      resourceKind: "tool",
      resourceId: shared.id,
    },
  });
});

const search = (query: CatalogQuery, viewer = outsider) => searchCatalog(viewer, query);
const names = async (q: string, viewer = outsider) =>
  (await search({ q }, viewer)).hits.map(({ name }) => name);
const counts = async (query: CatalogQuery, key: string, viewer = outsider) => {
  const facet = (await search(query, viewer)).facets.find((one) => one.key === key);
  return Object.fromEntries((facet?.values ?? []).map(({ label, count }) => [label, count]));
};

describe("what one may not find", () => {
  test("is in no result, no count, no facet and no correction", async () => {
    expect((await search({})).total).toBe(5);
    expect((await search({}, insider)).total).toBe(6);
    expect(await names("salary bands")).toEqual([]);
    expect(await names("salary bands", insider)).toEqual(["Salary Bands"]);
    expect(Object.keys(await counts({}, "tag"))).not.toContain("remuneration");
    expect(await counts({}, "domain")).toEqual({ "Support domain": 4, "Reward domain": 1 });
    const misspelt = await search({ q: "remuneratoin" });
    expect(misspelt).toMatchObject({ total: 0, showingResultsFor: null });
    expect((await search({ q: "remuneratoin" }, insider)).showingResultsFor).toBe("remuneration");
    expect(await suggestTools(outsider, { words: "sala", limit: 5 })).toEqual([]);
  });

  test("is told apart from what one may find and not use", async () => {
    const [hit] = (await search({ q: "leave balance" })).hits;
    expect(hit).toMatchObject({ name: "Leave Balance", readiness: { state: "no-access" } });
    expect(await counts({}, "ready")).toEqual({ "Works now": 2, "I can use it": 4 });
    expect(await counts({}, "ready", insider)).toMatchObject({ "I can use it": 6 });
  });
});

describe("the ranking", () => {
  test("puts an exact name first, whatever else matches", async () => {
    expect((await names("ticket lookup"))[0]).toBe("Ticket Lookup");
    expect((await names("Price-List"))[0]).toBe("Price List");
  });

  test.each([
    ["a swapped letter", "tikcet desk"],
    ["a missing letter", "tiket desk"],
    ["a doubled letter", "tticket desk"],
    ["a wrong letter", "tocket desk"],
    ["joined words", "ticketdesk"],
    ["a torn word", "tick et desk"],
  ])("finds a name with %s", async (_, q) => {
    expect((await names(q))[0]).toBe("Ticket Desk");
  });

  test("says which spelling it searched for", async () => {
    expect((await search({ q: "tikcets" })).showingResultsFor).toBe("tickets");
    expect((await search({ q: "tickets" })).showingResultsFor).toBeNull();
  });

  test("takes whole sentences, phrases and exclusions", async () => {
    expect((await names("my customer has no internet, how do I open a ticket for that?"))[0]).toBe(
      "Ticket Desk",
    );
    expect(await names('"open a ticket"')).toEqual(["Ticket Desk"]);
    expect(await names("tickets -customers")).not.toContain("Ticket Desk");
  });

  test("puts what is deprecated behind what is not", async () => {
    const found = await names("tickets");
    expect(found.indexOf("Ticket Desk")).toBeLessThan(found.indexOf("Ticket Lookup"));
  });

  test("names the docs section that matched, and the words in the purpose", async () => {
    const { hits } = await search({ q: "wrong price billing" });
    const [hit] = hits;
    expect(hit?.docsMatch).toMatchObject({ heading: "Tickets" });
    const [marked] = (await search({ q: "roaming" })).hits;
    const [start = 0, end = 0] = marked?.highlights[0] ?? [];
    expect(marked?.purpose.slice(start, end)).toBe("roaming");
  });

  test("completes the last word only while somebody types", async () => {
    expect((await search({ q: "compl", typing: "1" })).hits[0]?.name).toBe("Complaint Reply");
    expect((await suggestTools(outsider, { words: "roam", limit: 3 }))[0]?.name).toBe("Price List");
  });
});

describe("facets and order", () => {
  test("count what each choice would show, apart from choices of the same facet", async () => {
    const byKind = await counts({ kind: ["http"], lifecycle: ["published"] }, "kind");
    expect(byKind).toEqual({ API: 2, Assistant: 1, "Answers from documents": 1 });
    expect(await counts({ kind: ["http"] }, "lifecycle")).toEqual({ Published: 2, Deprecated: 1 });
    const chosen = await search({ kind: ["http"], ready: ["works-now"] });
    expect(chosen.hits.map(({ name }) => name)).toEqual(["Ticket Desk"]);
    expect(chosen.total).toBe(1);
  });

  test("put what works now first, and follow the wish for another order", async () => {
    const plain = await search({});
    expect(plain.hits.map(({ readiness }) => readiness.state).slice(0, 2)).toEqual([
      "works-now",
      "works-now",
    ]);
    expect(plain.hits.at(-1)?.name).toBe("Ticket Lookup");
    expect((await search({ sort: "name" })).hits[0]?.name).toBe("Complaint Reply");
    expect((await search({ sort: "newest" })).hits[0]?.name).toBe("Leave Balance");
  });
});

test("a finished search is kept with what it found, a search while typing is not", async () => {
  await search({ q: "roaming", typing: "1" });
  await search({ q: "roaming" });
  expect(await noteSearch(outsider, { q: "  Unheard  of thing" })).toEqual({ results: 0 });
  await noteSearch(outsider, { q: "roaming" });
  const rows = await db().searchRecord.findMany({
    orderBy: { id: "asc" },
    select: { normalized: true, results: true },
  });
  expect(rows).toEqual([
    { normalized: "unheard of thing", results: 0 },
    { normalized: "roaming", results: 1 },
  ]);
});
