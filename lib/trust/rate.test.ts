import { describe, expect, it } from "vitest";
import { combine } from "#lib/trust/combine.ts";
import { evaluationOf } from "#lib/trust/evaluation.ts";
import { peopleOf } from "#lib/trust/people.ts";
import { rate } from "#lib/trust/rate.ts";
import { standardSettings as settings } from "#lib/trust/settings.ts";
import { makeFacts, makeSuite } from "#lib/trust/testing/make-facts.ts";

describe("the cases of the design", () => {
  it("gives 90.6 to a tool that is evaluated, reliable, reviewed, owned and liked", () => {
    const rating = rate(makeFacts(), settings);
    expect(rating.components.ownership.value).toBeCloseTo(0.95);
    expect(rating.score).toBeCloseTo(90.6, 1);
    expect([rating.band, rating.strength.word]).toEqual(["trusted", "strong"]);
  });

  it("gives 87.9 to a smaller sample without stars", () => {
    const suites = [makeSuite(92, 100), makeSuite(46, 50)];
    const evaluation = evaluationOf({ suites, version: "2.3.0" }, settings).value;
    const people = peopleOf(makeFacts({ ratings: [] }), settings).value;
    const rest = { reliability: 0.9, compliance: 1, ownership: 0.9, freshness: 1 };
    expect(combine({ evaluation, people, ...rest }, settings)).toBeCloseTo(87.9, 1);
  });

  it("gives 72.5 when the owner reports the suites", () => {
    const suites = makeFacts().suites.map((suite) => ({ ...suite, isOwnerReported: true }));
    expect(rate(makeFacts({ suites }), settings).score).toBeCloseTo(72.5, 1);
  });

  it("gives 68.2 when one call in 67 fails", () => {
    const calls = { good: 4925, valid: 5000 };
    expect(rate(makeFacts({ calls }), settings).score).toBeCloseTo(68.2, 1);
  });
});
