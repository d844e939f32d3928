import { describe, expect, it } from "vitest";
import { ownershipOf } from "#lib/trust/ownership.ts";
import { standardSettings as settings } from "#lib/trust/settings.ts";
import { daysAgo, makeFacts, today } from "#lib/trust/testing/make-facts.ts";
import { workingDaysBetween } from "#lib/trust/working-time.ts";

const whole = { ...makeFacts().ownership, hasSuccessor: true };
const value = (more: Partial<typeof whole>) => ownershipOf({ ...whole, ...more }, today, settings).value;

describe("ownership", () => {
  it("adds up what is true", () => {
    expect(value({})).toBeCloseTo(1);
    expect(value({ team: { name: "Field Operations", activePeople: 0 } })).toBeCloseTo(0.7);
    expect(value({ activeMaintainers: 1 })).toBeCloseTo(0.8);
    expect(value({ confirmedAt: null })).toBeCloseTo(0.8);
    expect(value({ hasContact: false })).toBeCloseTo(0.95);
    expect(value({ hasSuccessor: false })).toBeCloseTo(0.95);
  });

  it("holds a confirmation for 180 days to the millisecond", () => {
    expect(value({ confirmedAt: daysAgo(180) })).toBeCloseTo(1);
    expect(value({ confirmedAt: new Date(daysAgo(180).getTime() - 1) })).toBeCloseTo(0.8);
  });

  it("looks at the median answer, and counts a question that is late as what it has waited", () => {
    const answered = (days: number) => ({ askedAt: daysAgo(days + 20), answeredAt: daysAgo(20) });
    expect(value({ questions: [answered(1), answered(1), answered(9)] })).toBeCloseTo(1);
    expect(value({ questions: [answered(1), answered(9), answered(9)] })).toBeCloseTo(0.8);
    expect(value({ questions: [{ askedAt: daysAgo(9), answeredAt: null }] })).toBeCloseTo(0.8);
  });

  it("lets the other facts make up the whole where nobody has asked or the question is not late yet", () => {
    expect(value({ questions: [] })).toBeCloseTo(1);
    expect(value({ questions: [{ askedAt: daysAgo(1), answeredAt: null }] })).toBeCloseTo(1);
    expect(value({ questions: [], confirmedAt: null })).toBeCloseTo(0.75);
  });

  it("has no evidence for a tool that no team owns", () => {
    expect(value({ team: null })).toBeNull();
  });
});

describe("working days", () => {
  const between = (from: string, to: string, zone = "UTC") =>
    workingDaysBetween(new Date(from), new Date(to), zone);

  it("leave out Saturday and Sunday", () => {
    expect(between("2026-11-20T12:00:00Z", "2026-11-23T12:00:00Z")).toBe(1);
    expect(between("2026-11-21T00:00:00Z", "2026-11-23T00:00:00Z")).toBe(0);
    expect(between("2026-11-16T00:00:00Z", "2026-11-30T00:00:00Z")).toBe(10);
    expect(between("2026-11-18T06:00:00Z", "2026-11-18T18:00:00Z")).toBe(0.5);
  });

  it("go by the days of the time zone", () => {
    // Friday 23:00 in UTC is Saturday 12:00 in Auckland and Friday 18:00 in New York.
    const [from, to] = ["2026-11-20T23:00:00Z", "2026-11-21T02:00:00Z"];
    expect(between(from, to)).toBeCloseTo(1 / 24);
    expect(between(from, to, "Pacific/Auckland")).toBe(0);
    expect(between(from, to, "America/New_York")).toBeCloseTo(3 / 24);
  });

  it("follow the clock on the wall over a change to summer time", () => {
    // Lisbon loses an hour on Sunday 29 March 2026, which is no working time anyway.
    expect(between("2026-03-27T12:00:00Z", "2026-03-30T11:00:00Z", "Europe/Lisbon")).toBe(1);
    expect(between("2026-03-27T12:00:00Z", "2026-03-30T11:00:00Z")).toBeCloseTo(23 / 24);
  });

  it("are never negative", () => {
    expect(between("2026-11-20T12:00:00Z", "2026-11-19T12:00:00Z")).toBe(0);
  });
});
