import { describe, expect, it } from "vitest";
import { countMoves, largestMoves, type Move, moveOf } from "#lib/trust/preview.ts";
import { rate } from "#lib/trust/rate.ts";
import { standardSettings as settings, type TrustSettings } from "#lib/trust/settings.ts";
import { daysAgo, makeFacts, makeSuite } from "#lib/trust/testing/make-facts.ts";

const facts = makeFacts();
const before = rate(facts, settings);
const move = (next: TrustSettings, of = { facts, nextFacts: facts, before }) =>
  moveOf("tool", of, settings, next);
const noMove = { bands: { up: 0, down: 0 }, numbers: { up: 0, down: 0, gained: 0, lost: 0 } };

describe("a preview", () => {
  it("of the same settings moves nothing", () => {
    const still = move(settings);
    expect(still.before).toEqual(still.after);
    expect(still.before.score).toBeCloseTo(90.6, 1);
    expect(countMoves([still])).toEqual({ tools: 1, ...noMove });
    expect(largestMoves([still])).toEqual([]);
  });

  it("tells the band that a tool comes to lie in, not that of the next night", () => {
    const stricter = { ...settings, bands: { ...settings.bands, trusted: 95 } };
    const { after } = move(stricter);
    expect(after.band).toBe("good");
    expect(rate(facts, stricter, { before, isNightly: true }).band).toBe("trusted");
    expect(countMoves([move(stricter)]).bands).toEqual({ up: 0, down: 1 });
  });

  it("leaves out what the evidence of now has moved already", () => {
    const of = {
      facts: makeFacts({ reviews: [] }),
      nextFacts: makeFacts({ reviews: [] }),
      before,
    };
    const still = move(settings, of);
    expect(still.before.score).not.toBe(before.score);
    expect(countMoves([still])).toEqual({ tools: 1, ...noMove });
  });

  it("counts numbers that are gained and lost apart, as the largest moves", () => {
    const thin = makeFacts({ suites: [], calls: { good: 0, valid: 0 } });
    const looser = { ...settings, gates: { ...settings.gates, neededComponents: 2 } };
    const gained = move(looser, { facts: thin, nextFacts: thin, before: rate(thin, settings) });
    expect(gained.before.score).toBeNull();
    expect(gained.after.score).toEqual(expect.any(Number));
    const lost: Move = { toolId: "lost", before: gained.after, after: gained.before };
    const small: Move = {
      toolId: "small",
      before: { score: 70, band: "good" },
      after: { score: 69, band: "good" },
    };
    expect(countMoves([gained, lost, small])).toEqual({
      tools: 3,
      bands: { up: 0, down: 0 },
      numbers: { up: 0, down: 1, gained: 1, lost: 1 },
    });
    expect(largestMoves([small, lost]).map(({ toolId }) => toolId)).toEqual(["lost", "small"]);
  });

  it("uses the facts that the other settings gather", () => {
    const nextFacts = makeFacts({ calls: { good: 4900, valid: 5000 } });
    const moved = move(settings, { facts, nextFacts, before });
    expect(moved.after.score).toBeLessThan(moved.before.score ?? 0);
  });

  it("keeps a deprecated tool frozen", () => {
    const frozen = makeFacts({ lifecycle: "deprecated", suites: [makeSuite(1, 9, { ranAt: daysAgo(1) })] });
    const other = { ...settings, weakestLink: 1 };
    expect(move(other, { facts: frozen, nextFacts: frozen, before }).after.score).toBe(before.score);
  });
});
