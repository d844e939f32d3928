import { describe, expect, it } from "vitest";
import { valueChanges } from "#lib/value-changes.ts";

describe("valueChanges", () => {
  it("names the places that differ and no other", () => {
    const before = { name: "Tickets", tags: ["a"], owner: { id: 1, since: "May" } };
    const after = { name: "Tickets", tags: ["a", "b"], owner: { id: 1, since: "June" } };
    expect(valueChanges(before, after)).toEqual([
      { path: ["tags"], before: ["a"], after: ["a", "b"] },
      { path: ["owner", "since"], before: "May", after: "June" },
    ]);
  });

  it("takes a thing apart that came or went", () => {
    expect(valueChanges(null, { role: "admin", domainId: null })).toEqual([
      { path: ["role"], before: null, after: "admin" },
    ]);
    expect(valueChanges({ role: "admin" }, null)).toEqual([{ path: ["role"], before: "admin", after: null }]);
  });

  it("is empty for equal values, in whatever order their names stand", () => {
    expect(valueChanges({ a: 1, b: { c: [1, { d: 2 }] } }, { b: { c: [1, { d: 2 }] }, a: 1 })).toEqual([]);
  });

  it("tells another kind of value", () => {
    expect(valueChanges({ a: [1] }, { a: "1" })).toEqual([{ path: ["a"], before: [1], after: "1" }]);
    expect(valueChanges("x", { a: 1 })).toEqual([{ path: [], before: "x", after: { a: 1 } }]);
  });
});
