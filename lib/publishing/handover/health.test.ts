import { describe, expect, test } from "vitest";
import {
  type HealthRow,
  healthPage,
  healthPageSize,
  healthQuerySchema,
  healthStatesOf,
} from "#lib/publishing/handover/health.ts";

const ana = { id: "a", name: "Ana", isActive: true };
const ben = { id: "b", name: "Ben", isActive: true };
const gone = { id: "g", name: "Gone", isActive: false };
const domain = (slug: string) => ({ id: slug, slug, name: slug.toUpperCase() });

const row = (name: string, more: Partial<HealthRow> = {}): HealthRow => ({
  id: name,
  slug: name,
  name,
  lifecycle: "published",
  domain: domain("sales"),
  team: { id: "t", slug: "t", name: "Field" },
  owner: ana,
  deputy: ben,
  dueAt: "2026-05-01T00:00:00.000Z",
  stage: "held",
  states: [],
  ...more,
});

describe("healthStatesOf", () => {
  test.each([
    [{ owner: ana, deputy: ben, stage: "held" }, false, []],
    [{ owner: gone, deputy: null, stage: "unconfirmed" }, false, ["orphan", "unconfirmed"]],
    [{ owner: null, deputy: null, stage: "held" }, true, ["orphan", "offered"]],
    [{ owner: gone, deputy: ben, stage: "held" }, false, []],
    [{ owner: ana, deputy: gone, stage: "soon" }, false, ["due", "no-deputy"]],
    [{ owner: ana, deputy: null, stage: "overdue" }, true, ["due", "no-deputy", "offered"]],
  ] as const)("%j", (facts, isOffered, states) => {
    expect(healthStatesOf(facts, isOffered)).toEqual(states);
  });
});

describe("healthPage", () => {
  const rows = [
    row("late", { states: ["due"] }),
    row("lone", { states: ["no-deputy"], deputy: null }),
    row("left", { states: ["orphan", "unconfirmed"], owner: gone, domain: domain("legal") }),
    row("fine"),
  ];
  const page = (query: object) => healthPage(rows, healthQuerySchema.parse(query));
  const names = (query: object) => page(query).rows.map(({ name }) => name);

  test("lists what is not in order, the most urgent first, and counts each state", () => {
    expect(names({})).toEqual(["left", "late", "lone"]);
    expect(page({}).counts).toEqual({
      any: 3,
      orphan: 1,
      unconfirmed: 1,
      due: 1,
      "no-deputy": 1,
      offered: 0,
      all: 4,
    });
    expect(names({ state: "all" })).toEqual(["left", "late", "lone", "fine"]);
  });

  test("is narrowed by state, domain and the words of names", () => {
    expect(names({ state: "unconfirmed" })).toEqual(["left"]);
    expect(names({ domain: "sales" })).toEqual(["late", "lone"]);
    expect(names({ q: "field GONE" })).toEqual(["left"]);
    expect(names({ q: "nobody" })).toEqual([]);
  });

  test("takes any address: what it does not understand is left out, and a page too far is the last", () => {
    expect(names({ state: "perfect", q: ["left"], page: "-4", domain: ["", "x"] })).toEqual(["left"]);
    const many = Array.from({ length: healthPageSize + 1 }, (_, at) => row(`n${at}`, { states: ["due"] }));
    expect(healthPage(many, healthQuerySchema.parse({ page: 99 }))).toMatchObject({ page: 2, pages: 2 });
  });
});
