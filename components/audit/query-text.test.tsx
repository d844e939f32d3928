import { describe, expect, it } from "vitest";
import { filtersOf, openPart, readQuery, withoutOpenPart } from "#components/audit/query-text.ts";

const choices = {
  person: [
    { value: "p1", label: "Ana Prates" },
    { value: "p2", label: "Ana Lund" },
    { value: "p3", label: "Ben Okoro" },
  ],
  outcome: [{ value: "refused", label: "Refused" }],
};

describe("a query as it is typed", () => {
  it("is split at blanks, not inside quotation marks, and knows only its keys", () => {
    expect(
      readQuery('outcome:refused person:"Ana Prates" see http://x "two words"').map(({ key, value }) => [
        key,
        value,
      ]),
    ).toEqual([
      ["outcome", "refused"],
      ["person", "Ana Prates"],
      [null, "see"],
      [null, "http://x"],
      [null, "two words"],
    ]);
  });

  it("tells which part is being written", () => {
    expect(openPart("vpn per")).toMatchObject({ key: null, value: "per" });
    expect(openPart('person:"Ana P')).toMatchObject({ key: "person", value: "Ana P" });
    expect(openPart("person:")).toMatchObject({ key: "person", value: "" });
    expect(openPart("vpn ").text).toBe("");
    expect(withoutOpenPart("vpn outcome:ref")).toBe("vpn ");
  });

  it("becomes filters and words", () => {
    expect(filtersOf('salary outcome:Refused bands person:"ana prates"', choices)).toEqual({
      search: { outcome: "refused", actorId: "p1", words: "salary bands" },
      unknown: [],
    });
    expect(filtersOf("request:abc-1", choices).search).toEqual({ requestId: "abc-1" });
  });

  it("takes a beginning that fits one choice, and says which parts fit none or several", () => {
    expect(filtersOf("person:ben", choices).search).toEqual({ actorId: "p3" });
    expect(filtersOf("person:lund", choices).search).toEqual({ actorId: "p2" });
    const { search, unknown } = filtersOf("person:ana outcome:perhaps", choices);
    expect(search).toEqual({});
    expect(unknown.map(({ text }) => text)).toEqual(["person:ana", "outcome:perhaps"]);
  });
});
