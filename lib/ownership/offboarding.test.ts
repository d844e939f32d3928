import { describe, expect, test } from "vitest";
import { handsChanges, offboardingSteps } from "#lib/ownership/offboarding.ts";

const person = (id: string, isActive = true) => ({ id, name: id.toUpperCase(), isActive });
const tool = (name: string, owner: string | null, deputy: string | null, gone: readonly string[] = []) => ({
  id: name,
  slug: name,
  name,
  domainId: "d",
  owner: owner === null ? null : person(owner, !gone.includes(owner)),
  deputy: deputy === null ? null : person(deputy, !gone.includes(deputy)),
});
const acts = (tools: ReturnType<typeof tool>[]) => handsChanges("ana", tools).map(({ act }) => act);

describe("handsChanges", () => {
  test("an active deputy becomes the owner, and nobody else does", () => {
    expect(handsChanges("ana", [tool("desk", "ana", "ben")])).toMatchObject([
      { act: "promote", deputy: { id: "ben" } },
    ]);
    expect(acts([tool("desk", "ana", "ben", ["ben"]), tool("wiki", "ana", null)])).toEqual([
      "orphan",
      "orphan",
    ]);
    expect(acts([tool("odd", "ana", "ana")])).toEqual(["orphan"]);
  });

  test("a deputy is removed as long as somebody is left", () => {
    expect(acts([tool("desk", "ben", "ana"), tool("wiki", "ben", "ana", ["ben"])])).toEqual([
      "drop-deputy",
      "orphan",
    ]);
    expect(acts([tool("lone", null, "ana"), tool("other", "ben", "cem")])).toEqual(["orphan"]);
  });
});

test("every thing is named with where it goes, what is left alone first", () => {
  const none = { leads: [], offersReceived: [], offersAsDeputy: [], offersMade: [], drafts: [] };
  const steps = offboardingSteps({
    ...none,
    personId: "ana",
    tools: [tool("desk", "ana", "ben"), tool("wiki", "ana", null), tool("map", "cem", "ana")],
    leads: [{ id: "d", slug: "sales", name: "Sales" }],
    offersReceived: [tool("gift", "cem", null)],
    drafts: [tool("desk", "ana", "ben"), tool("wiki", "ana", null)],
    releases: [],
    approvals: [tool("late", "cem", null)],
    seers: new Map([["d", [person("lea"), person("max")]]]),
  });
  expect(steps.map(({ kind, name, to }) => [kind, name, to])).toEqual([
    ["orphaned", "wiki", "LEA, MAX"],
    ["owner-to-deputy", "desk", "BEN"],
    ["deputy-removed", "map", "CEM"],
    ["lead-lost", "Sales", "LEA, MAX"],
    ["approval-moved", "late", "LEA, MAX"],
    ["offer-received", "gift", "CEM"],
    ["draft-kept", "desk", "BEN"],
    ["draft-kept", "wiki", "LEA, MAX"],
  ]);
});
