import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerClock, answerDueAt, answerRecord } from "#lib/ownership/answer-clock.ts";
import { workingDaysBetween } from "#lib/trust/working-time.ts";

const due = (askedAt: string, timeZone = "UTC") => answerDueAt(new Date(askedAt), timeZone).toISOString();

describe("answerDueAt", () => {
  test.each([
    ["a Monday", "2026-11-16T10:15:00.000Z", "2026-11-18T10:15:00.000Z"],
    ["a Thursday, over the weekend", "2026-11-19T15:00:00.000Z", "2026-11-23T15:00:00.000Z"],
    ["a Friday", "2026-11-20T23:59:00.000Z", "2026-11-24T23:59:00.000Z"],
    ["a Saturday, as if when Monday begins", "2026-11-21T12:00:00.000Z", "2026-11-25T00:00:00.000Z"],
    ["a Sunday night", "2026-11-22T23:59:59.999Z", "2026-11-25T00:00:00.000Z"],
    ["the first moment of a Thursday", "2026-11-19T00:00:00.000Z", "2026-11-23T00:00:00.000Z"],
  ])("asked on %s", (_, askedAt, dueAt) => {
    expect(due(askedAt)).toBe(dueAt);
  });

  test("weekends are those of the time zone", () => {
    expect(due("2026-11-20T23:30:00Z", "Asia/Tokyo")).toBe("2026-11-24T15:00:00.000Z");
    expect(due("2026-11-20T23:30:00Z", "America/New_York")).toBe("2026-11-24T23:30:00.000Z");
  });

  test("the hour on the wall stays the same when the clocks change", () => {
    expect(due("2026-03-27T10:00:00Z", "Europe/Lisbon")).toBe("2026-03-31T09:00:00.000Z");
    expect(due("2026-10-23T09:00:00Z", "Europe/Lisbon")).toBe("2026-10-27T10:00:00.000Z");
  });

  test("agrees with what the rating counts as two working days", () => {
    const moments = fc.date({
      min: new Date("2026-01-01"),
      max: new Date("2028-01-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, fc.constantFrom("UTC", "Asia/Kolkata", "Pacific/Auckland"), (askedAt, zone) => {
        const whole = new Date(Math.floor(askedAt.getTime() / 1000) * 1000);
        expect(workingDaysBetween(whole, answerDueAt(whole, zone), zone)).toBeCloseTo(2, 1);
      }),
    );
  });
});

test("a question is overdue only after its hour", () => {
  const askedAt = new Date("2026-11-16T10:00:00Z");
  const clock = (at: string) => answerClock(askedAt, new Date(at), "UTC").isOverdue;
  expect(clock("2026-11-18T10:00:00Z")).toBe(false);
  expect(clock("2026-11-18T10:00:01Z")).toBe(true);
});

test("the record tells answers in time, late ones and those that are missing", () => {
  const at = new Date("2026-11-20T10:00:00Z");
  const record = answerRecord(
    [
      { askedAt: "2026-11-02T10:00:00Z", answeredAt: "2026-11-04T10:00:00Z" },
      { askedAt: "2026-11-02T10:00:00Z", answeredAt: "2026-11-04T11:00:00Z" },
      { askedAt: "2026-11-17T10:00:00Z", answeredAt: null },
      { askedAt: "2026-11-19T10:00:00Z", answeredAt: null },
    ],
    at,
    "UTC",
  );
  expect(record).toEqual({ answered: 2, inTime: 1, overdue: 1 });
});
