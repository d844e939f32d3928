import { describe, expect, it } from "vitest";
import { costOf, newPriceSchema } from "#lib/models/prices.ts";

const price = { inputPerMillion: 2, outputPerMillion: 8, cachedInputPerMillion: 0.5 };

describe("what tokens cost", () => {
  it("counts what was cached at its own price", () => {
    expect(costOf({ in: 1_000_000, out: 0, cached: 0 }, price)).toBe(2);
    expect(costOf({ in: 1_000_000, out: 500_000, cached: 400_000 }, price)).toBeCloseTo(1.2 + 0.2 + 4, 10);
  });

  it("counts it at the ordinary one where there is no other", () => {
    expect(costOf({ in: 1000, out: 0, cached: 900 }, { ...price, cachedInputPerMillion: null })).toBe(0.002);
  });

  it("never pays for more cached tokens than went in", () => {
    expect(costOf({ in: 10, out: 0, cached: 99 }, price)).toBeCloseTo(10 * 0.5e-6, 12);
  });
});

it.each([
  [{ currency: "eur" }, false],
  [{ inputPerMillion: -1 }, false],
  [{ outputPerMillion: 0.000_000_1 }, false],
  [{ from: "2026-02-30" }, false],
  [{ outputPerMillion: 0.000_001 }, true],
  [{ inputPerMillion: 0, outputPerMillion: 0 }, true],
])("a price with %j is taken: %s", (change, isTaken) => {
  const base = { from: "2026-12-01", currency: "EUR", inputPerMillion: 2.5, outputPerMillion: 10 };
  expect(newPriceSchema.safeParse({ ...base, ...change }).success).toBe(isTaken);
});
