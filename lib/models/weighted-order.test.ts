import fc from "fast-check";
import { expect, it } from "vitest";
import { weightedOrder } from "#lib/models/weighted-order.ts";

it("keeps every entry once", () => {
  const entries = fc.array(fc.record({ id: fc.nat(), weight: fc.integer({ min: 1, max: 1000 }) }), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(
      entries,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 20 }),
      (given, draws) => {
        let at = 0;
        const order = weightedOrder(given, () => draws[at++ % draws.length] ?? 0);
        expect(order).toHaveLength(given.length);
        expect(new Set(order)).toEqual(new Set(given));
      },
    ),
  );
});

it("puts an entry first as often as its weight says", () => {
  const entries = [
    { id: "a", weight: 3 },
    { id: "b", weight: 1 },
  ];
  const draws = Array.from({ length: 1000 }, (_, at) => at / 1000);
  const first = draws.filter((draw) => weightedOrder(entries, () => draw)[0]?.id === "a");
  expect(first).toHaveLength(750);
});
