import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayState, errorBudget } from "#lib/telemetry/service-level.ts";

describe("the error budget", () => {
  test.each([
    ["some spent", 1000, 996, 0.99, { allowed: 10, spent: 4, left: 6, spentShare: 0.4, isOverspent: false }],
    ["all spent, not more", 1000, 990, 0.99, { left: 0, spentShare: 1, isOverspent: false }],
    ["over-spent", 1000, 985, 0.99, { left: -5, spentShare: 1.5, isOverspent: true }],
    ["all failed", 50, 0, 0.9, { allowed: 5, spent: 50, left: -45, isOverspent: true }],
    ["no calls", 0, 0, 0.99, { allowed: 0, spent: 0, left: 0, spentShare: 0, isOverspent: false }],
    ["a promise of everything, kept", 500, 500, 1, { allowed: 0, spentShare: 0, isOverspent: false }],
    ["a promise of everything, broken", 500, 499, 1, { left: -1, spentShare: null, isOverspent: true }],
    ["a promise of nothing", 10, 0, 0, { allowed: 10, left: 0, isOverspent: false }],
    ["less than one call", 30, 30, 0.99, { allowed: 0.3, spent: 0, left: 0.3, isOverspent: false }],
  ] as const)("%s", (_, judged, good, promised, expected) => {
    expect(errorBudget({ judged, good }, promised)).toMatchObject(expected);
  });

  test("spent and left are the allowance, and it is over-spent exactly when the share is below the promise", () => {
    const promises = fc.constantFrom(0.5, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 1);
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), promises, (a, b, promised) => {
        const counted = { judged: Math.max(a, b), good: Math.min(a, b) };
        const budget = errorBudget(counted, promised);
        expect(budget.spent + budget.left).toBeCloseTo(budget.allowed, 5);
        expect(dayState(counted, promised) === "over").toBe(budget.isOverspent);
      }),
    );
  });
});

describe("a day", () => {
  test.each([
    [0, 0, 0.99, "none"],
    [7, 7, 0.99, "good"],
    [100, 99, 0.99, "within"],
    [200, 199, 0.995, "within"],
    [100, 98, 0.99, "over"],
    [3, 0, 0.99, "over"],
    [100, 99, 1, "over"],
    [3, 0, null, "within"],
  ] as const)("of %i calls, %i good, promised %s, is %s", (judged, good, promised, state) => {
    expect(dayState({ judged, good }, promised)).toBe(state);
  });
});
