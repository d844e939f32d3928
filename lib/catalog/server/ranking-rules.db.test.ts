import { beforeAll, describe, expect, test, vi } from "vitest";
import type { CatalogQuery } from "#lib/catalog/schema.ts";
import { facetValues } from "#lib/catalog/server/facet-values.ts";
import { searchCatalog } from "#lib/catalog/server/search-catalog.ts";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makePerson, makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";

// What a rating is made of is not the question here, only what it does to the order.
const scores = vi.hoisted(() => new Map<string, { score: number; band: string }>());
vi.mock("#lib/trust/server/current-ratings.ts", () => ({ currentRatings: async () => scores }));

testDatabase();
let viewer: Viewer;
let team: { domainId: string; teamId: string };
const ids = new Map<string, string>();

async function make(name: string, facts: Omit<Parameters<typeof makeTool>[0], "name" | "domainId"> = {}) {
  ids.set(name, (await makeTool({ name, ...team, ...facts })).id);
}

beforeAll(async () => {
  team = await makeTeam("Support");
  viewer = await makeViewer({ teamId: team.teamId });
  for (const place of ["Leeds", "Porto", "Hull", "Coventry", "Braga", "Faro"])
    await make(`${place} Roster`, { purpose: `Plans the shifts of ${place}.` });
  await make("Alpha Printer", { purpose: "Prints badges." });
  await make("Beta Printer", { purpose: "Prints badges." });
  await make("Gamma Printer", { purpose: "Prints badges." });
  await make("Ticket Desk", { purpose: "Opens tickets.", synonyms: ["helpdesk"] });
  await make("Manual", {
    purpose: "Answers questions.",
    docs: "# Manual\n\n## Gyroscopes\n\nA gyroscope is calibrated twice. The gyroscope of the lab too.",
  });
  await make("Gyroscope Log", { purpose: "Keeps trials." });
  const people = await Promise.all([makePerson(), makePerson(), makePerson()]);
  await db().usageRecord.createMany({
    data: people.map(({ id }) => ({
      id: newId(),
      kind: "tool",
      channel: "form",
      personId: id,
      toolId: ids.get("Beta Printer") ?? "",
      outcome: "succeeded",
      durationMs: 10,
      occurredAt: new Date(),
    })),
  });
});

const search = (query: CatalogQuery) => searchCatalog(viewer, query);
const names = async (q: string) => (await search({ q })).hits.map(({ name }) => name);

describe("lists", () => {
  test("a head of five or more leaves misspelt names out", async () => {
    await make("Rooster Log", { purpose: "Counts hens." });
    expect(await names("roster")).toHaveLength(6);
    expect(await names("manuel")).toEqual(["Manual"]);
  });

  test("a word that nothing says brings other spellings, however many hits the others have", async () => {
    const { hits, showingResultsFor } = await search({ q: "covetnry roster" });
    expect(hits[0]?.name).toBe("Coventry Roster");
    expect(showingResultsFor).toBe("coventry roster");
  });

  test("docs add what only they say, behind what the head says", async () => {
    expect(await names("gyroscope")).toEqual(["Gyroscope Log", "Manual"]);
    const { hits } = await search({ q: "calibrated" });
    expect(hits[0]).toMatchObject({ name: "Manual", why: "Found in its docs, section “Gyroscopes”." });
    const match = hits[0]?.docsMatch;
    const [start = 0, end = 0] = match?.highlights[0] ?? [];
    expect(match?.excerpt.slice(start, end)).toBe("calibrated");
  });

  test("an alias is as good as the name", async () => {
    await make("Helpdesk Notes", { purpose: "The helpdesk helpdesk helpdesk writes notes of the helpdesk." });
    expect((await names("helpdesk"))[0]).toBe("Ticket Desk");
  });
});

describe("priors", () => {
  test("use lifts a tool over its equal", async () => {
    expect(await names("printer")).toEqual(["Beta Printer", "Alpha Printer", "Gamma Printer"]);
    expect((await search({ sort: "most-used" })).hits[0]?.name).toBe("Beta Printer");
  });

  test("trust lifts more than use, and no rating is neither good nor bad", async () => {
    scores.set(ids.get("Gamma Printer") ?? "", { score: 95, band: "trusted" });
    scores.set(ids.get("Alpha Printer") ?? "", { score: 10, band: "not-recommended" });
    expect(await names("printer")).toEqual(["Gamma Printer", "Beta Printer", "Alpha Printer"]);
    const bands = (await search({ q: "printer" })).facets.find(({ key }) => key === "trust")?.values;
    expect(bands?.map(({ label, count }) => [label, count])).toEqual([
      ["Trusted", 1],
      ["Not recommended", 1],
      ["Not yet rated", 1],
    ]);
    expect((await search({ q: "printer", trust: ["trusted"] })).hits.map(({ name }) => name)).toEqual([
      "Gamma Printer",
    ]);
    scores.clear();
    expect((await search({})).facets.find(({ key }) => key === "trust")?.values).toEqual([]);
  });

  test("trust and use never hide the tool that says what was asked for behind those that share a word", async () => {
    for (const name of [
      "Ticket Survey",
      "Ticket Archive",
      "Ticket Prices",
      "Ticket Training",
      "Ticket Report",
    ]) {
      await make(name, { purpose: "Looks back on the year of the company." });
      scores.set(ids.get(name) ?? "", { score: 95, band: "trusted" });
    }
    scores.set(ids.get("Ticket Desk") ?? "", { score: 10, band: "not-recommended" });
    expect((await names("open tickets at the desk"))[0]).toBe("Ticket Desk");
    scores.clear();
  });

  test("what is deprecated stands behind, and says so", async () => {
    await make("Omega Printer", { purpose: "Prints badges.", lifecycle: "deprecated" });
    const { hits } = await search({ q: "printer" });
    expect(hits.at(-1)?.name).toBe("Omega Printer");
    expect(hits.at(-1)?.why).toMatch(/Placed lower, because it is deprecated\.$/);
  });
});

describe("operators", () => {
  test("a phrase that no tool has is read as its words, and that is said", async () => {
    const { hits, showingResultsFor } = await search({ q: '"badges prints"' });
    expect(hits.length).toBeGreaterThan(2);
    expect(showingResultsFor).toBe("badges prints");
    expect((await search({ q: '"prints badges"' })).showingResultsFor).toBeNull();
  });

  test("in a sentence quotes are no operators", async () => {
    expect(await names('which of the tools here prints me a "badge for the summer fair"')).toContain(
      "Alpha Printer",
    );
  });

  test("what a minus word leaves out does not come back through docs", async () => {
    expect(await names("gyroscope -questions")).toEqual(["Gyroscope Log"]);
  });
});

describe("a facet with more values than anybody reads", () => {
  beforeAll(async () => {
    for (let at = 0; at < 30; at += 1)
      await make(`Kiosk ${at}`, { purpose: "Greets visitors.", tags: [`place ${at}`, "kiosks"] });
  }, 60_000);

  test("holds the most frequent, how many there are, and finds the others by typing", async () => {
    const tags = (await search({ q: "kiosk", tag: ["place 29"] })).facets.find(({ key }) => key === "tag");
    expect(tags?.values[0]).toMatchObject({ value: "kiosks", count: 30 });
    expect(tags?.valueCount).toBe(31);
    expect(tags?.values.length).toBeLessThan(23);
    expect(tags?.values.find(({ value }) => value === "place 29")).toMatchObject({
      isChosen: true,
      count: 1,
    });
    const typed = await facetValues(viewer, "tag", { q: "place 2", words: "kiosk" });
    expect(typed.matching).toBe(11);
    expect(typed.values.every(({ label }) => label.startsWith("place 2"))).toBe(true);
    expect(await facetValues(viewer, "tag", { q: "place 2", words: "printer" })).toEqual({
      values: [],
      matching: 0,
    });
  });
});

describe("what people type", () => {
  const odd: readonly (readonly [string, string])[] = [
    ["10,000 characters", "ticket desk ".repeat(833).slice(0, 10_000)],
    ["one word of 10,000 characters", "a".repeat(10_000)],
    ["operators only", '-"" - "" + && || ! ( ) * ~ :'],
    ["a minus word only", "-ticket"],
    ["an unclosed quote", '"ticket desk'],
    ["wildcards", "%ticket_ \\desk% \\\\"],
    ["regular expressions", "(ticket|desk)+ [a-z]{2,} .* ^$ \\b"],
    ["a NUL", "ticket\u0000 desk"],
    ["bidirectional controls", "\u202eksed\u202c tekcit \u2066desk\u2069 ticket"],
    ["Greek", "εισιτήριο γραφείο"],
    ["Chinese", "客户工单"],
    ["Arabic", "تذاكر العملاء"],
    ["emoji", "🎫🎫 👨‍👩‍👧"],
    ["a lone surrogate", "ticket \ud800 desk"],
    ["markup", "<script>alert(1)</script> ticket"],
    ["white space", " \t\n\u00a0\u3000 "],
    ["SQL", "'; DROP TABLE tool; --"],
  ];

  test.each(odd)("%s is answered, with and without the last word open", async (_, q) => {
    for (const typing of [undefined, "1"] as const) {
      const { total, hits } = await search({ q, typing });
      expect(total).toBeGreaterThanOrEqual(hits.length);
      expect(hits.every(({ highlights }) => highlights.every(([start, end]) => start < end))).toBe(true);
    }
  });

  test("words among odd characters are still found", async () => {
    for (const q of ['"ticket desk', "%ticket_ \\desk%", "ticket\u0000 desk", "\u2066ticket\u2069 desk"])
      expect((await names(q))[0]).toBe("Ticket Desk");
  });
});
