import { describe, expect, it } from "vitest";
import {
  auditAddress,
  auditQuery,
  exportAddress,
  filtersInForce,
  readAuditSearch,
} from "#components/audit/audit-address.ts";

const now = new Date("2026-05-09T12:00:30.000Z");
const id = "01890000-0000-7000-8000-000000000001";

describe("the explorer's address", () => {
  it("is read back as it was written", () => {
    const search = readAuditSearch({
      words: "salary bands",
      actorId: id,
      outcome: "refused",
      span: "90d",
      event: id,
    });
    const query = new URL(auditAddress(search), "http://x").searchParams;
    expect(readAuditSearch(Object.fromEntries(query))).toEqual(search);
    expect(auditAddress(readAuditSearch({ span: "30d" }))).toBe("/admin/audit");
  });

  it("leaves out what it does not understand", () => {
    expect(
      filtersInForce(
        readAuditSearch({ actorId: "nobody", outcome: "maybe", from: "May", words: ["a", "b"] }),
      ),
    ).toEqual([{ name: "words", value: "a" }]);
  });
});

describe("what is asked for", () => {
  it("is the span up to the end of this minute, and the list has no end", () => {
    const { window, filter } = auditQuery(readAuditSearch({ span: "24h" }), now);
    expect(window).toEqual({
      reads: "hidden",
      from: "2026-05-08T12:01:00.000Z",
      to: "2026-05-09T12:01:00.000Z",
    });
    expect(filter).toEqual({ reads: "hidden", from: "2026-05-08T12:01:00.000Z" });
  });

  it("is narrowed by a range inside the span, which stays drawn whole", () => {
    const range = { from: "2026-05-09T01:00:00.000Z", to: "2026-05-09T05:00:00.000Z" };
    const { window, filter } = auditQuery(readAuditSearch({ span: "7d", reads: "shown", ...range }), now);
    expect(window.from).toBe("2026-05-02T12:01:00.000Z");
    expect(filter).toEqual({ reads: "shown", ...range });
  });

  it("widens to a range that begins before the span", () => {
    const range = { from: "2026-01-01T00:00:00.000Z", to: "2026-01-02T00:00:00.000Z" };
    expect(auditQuery(readAuditSearch(range), now).window).toEqual({ reads: "hidden", ...range });
  });

  it("is exported with the same words", () => {
    const { filter } = auditQuery(readAuditSearch({ words: "a&b", span: "all" }), now);
    expect(exportAddress(filter)).toBe("/api/audit/export?words=a%26b&reads=hidden");
  });
});
