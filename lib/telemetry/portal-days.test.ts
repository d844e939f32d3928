import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, dayOf, daysTouched, lastDays, startOfDay } from "#lib/telemetry/portal-days.ts";

const zones = ["UTC", "Europe/London", "Europe/Lisbon", "Pacific/Auckland", "America/Sao_Paulo"] as const;

describe("a day of the portal", () => {
  test.each([
    // Clocks go forward at 01:00 UTC on 29 March 2026 and back at 01:00 UTC on 25 October, in both cities.
    ["Europe/London", "2026-03-29", "2026-03-29T00:00:00.000Z", 23],
    ["Europe/Lisbon", "2026-03-29", "2026-03-29T00:00:00.000Z", 23],
    ["Europe/London", "2026-03-30", "2026-03-29T23:00:00.000Z", 24],
    ["Europe/London", "2026-10-25", "2026-10-24T23:00:00.000Z", 25],
    ["Europe/Lisbon", "2026-10-25", "2026-10-24T23:00:00.000Z", 25],
    ["Europe/Lisbon", "2026-10-26", "2026-10-26T00:00:00.000Z", 24],
    ["UTC", "2026-03-29", "2026-03-29T00:00:00.000Z", 24],
    ["Pacific/Auckland", "2026-04-05", "2026-04-04T11:00:00.000Z", 25],
    // Midnight did not exist there on this day.
    ["America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00.000Z", 23],
  ])("in %s %s begins at %s and has %i hours", (zone, day, begins, hours) => {
    const start = startOfDay(day, zone);
    expect(start.toISOString()).toBe(begins);
    expect((startOfDay(addDays(day, 1), zone).getTime() - start.getTime()) / 3_600_000).toBe(hours);
    expect(dayOf(start, zone)).toBe(day);
    expect(dayOf(new Date(start.getTime() - 1), zone)).toBe(addDays(day, -1));
  });

  test("a call just before midnight in London belongs to the day before, in summer too", () => {
    expect(dayOf(new Date("2026-07-10T22:59:59.999Z"), "Europe/London")).toBe("2026-07-10");
    expect(dayOf(new Date("2026-07-10T23:00:00.000Z"), "Europe/London")).toBe("2026-07-11");
    expect(dayOf(new Date("2026-07-10T23:00:00.000Z"), "UTC")).toBe("2026-07-10");
  });

  test("the last days are whole, without gaps, and end with today, over every change of clocks", () => {
    const moments = fc.date({
      min: new Date("2024-01-01"),
      max: new Date("2030-01-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), fc.integer({ min: 1, max: 90 }), (at, zone, count) => {
        const { days, today, start } = lastDays(at, count, zone);
        expect(days).toHaveLength(count);
        expect(new Set(days).size).toBe(count);
        expect(days.at(-1)).toBe(today);
        expect(dayOf(start, zone)).toBe(days[0]);
        expect(days.every((day, index) => index === 0 || day === addDays(days[index - 1] ?? "", 1))).toBe(
          true,
        );
      }),
      { numRuns: 60 },
    );
  });

  test("an incident touches each of its days, and one that is not over lasts until now", () => {
    const start = new Date("2026-10-24T22:30:00Z");
    expect(daysTouched(start, new Date("2026-10-24T22:45:00Z"), start, "Europe/London")).toEqual([
      "2026-10-24",
    ]);
    expect(daysTouched(start, new Date("2026-10-24T23:15:00Z"), start, "Europe/London")).toEqual([
      "2026-10-24",
      "2026-10-25",
    ]);
    expect(daysTouched(start, null, new Date("2026-10-26T09:00:00Z"), "Europe/Lisbon")).toEqual([
      "2026-10-24",
      "2026-10-25",
      "2026-10-26",
    ]);
  });
});
