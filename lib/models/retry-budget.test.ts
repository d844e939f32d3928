import fc from "fast-check";
import { expect, it } from "vitest";
import { afterCall, afterRepeat, freshBudget } from "#lib/models/retry-budget.ts";

it("has three repeats in hand at first, then one for ten calls", () => {
  let budget = freshBudget;
  const repeat = () => {
    const left = afterRepeat(budget);
    if (left) budget = left;
    return left !== null;
  };
  expect([repeat(), repeat(), repeat(), repeat()]).toEqual([true, true, true, false]);
  for (let call = 0; call < 9; call += 1) budget = afterCall(budget);
  expect(repeat()).toBe(false);
  budget = afterCall(budget);
  expect(repeat()).toBe(true);
});

it("never lets more than a tenth of the calls and three be repeated, nor ten at once after a quiet time", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 400 }), (wants) => {
      let budget = freshBudget;
      let repeats = 0;
      for (const wantsRepeat of wants) {
        budget = afterCall(budget);
        const left = wantsRepeat ? afterRepeat(budget) : null;
        if (left) {
          budget = left;
          repeats += 1;
        }
      }
      expect(repeats).toBeLessThanOrEqual(wants.length * 0.1 + 3);
      expect(budget.inHand).toBeLessThanOrEqual(10);
    }),
  );
});
