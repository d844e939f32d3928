import { describe, expect, it } from "vitest";
import { bandOf, nextStanding } from "#lib/trust/bands.ts";
import { rate } from "#lib/trust/rate.ts";
import type { BandStanding } from "#lib/trust/schema.ts";
import { standardSettings as settings } from "#lib/trust/settings.ts";
import { daysAgo, makeFacts } from "#lib/trust/testing/make-facts.ts";

const edges = settings.bands;
const nights = (from: BandStanding | null, ...scores: readonly number[]) =>
  scores.reduce<BandStanding | null>(
    (before, score) => nextStanding(before, score, { isThin: false, isNightly: true }, edges),
    from,
  )?.band;
const good: BandStanding = { band: "good", streak: null };

describe("bands", () => {
  it("have their edges", () => {
    const band = (score: number) => bandOf(score, false, edges);
    expect([80, 79.9, 65, 64.9, 50, 49.9].map(band)).toEqual([
      "trusted",
      "good",
      "good",
      "use-with-care",
      "use-with-care",
      "not-recommended",
    ]);
    expect(bandOf(95, true, edges)).toBe("good");
  });

  it("follow the first number at once", () => {
    expect(nights(null, 80)).toBe("trusted");
  });

  it("change after three nights two points past the edge, up and down", () => {
    expect(nights(good, 82, 82)).toBe("good");
    expect(nights(good, 82, 82, 82)).toBe("trusted");
    expect(nights(good, 81.9, 81.9, 81.9, 81.9)).toBe("good");
    expect(nights(good, 63, 62.9, 62.9)).toBe("good");
    expect(nights(good, 62.9, 62.9, 62.9)).toBe("use-with-care");
  });

  it("begin to count again when a night does not agree", () => {
    expect(nights(good, 82, 82, 70, 82, 82)).toBe("good");
    expect(nights(good, 82, 82, 40, 82, 82)).toBe("good");
    expect(nights(good, 82, 82, 40, 82, 82, 82)).toBe("trusted");
  });

  it("go only as far as all three nights do", () => {
    expect(nights(good, 30, 30, 60)).toBe("use-with-care");
    expect(nights(good, 60, 30, 30)).toBe("use-with-care");
    expect(nights(good, 30, 30, 30)).toBe("not-recommended");
  });

  it("do not move between nights", () => {
    const now = { isThin: false, isNightly: false };
    const after = [90, 90, 90, 90].reduce((before, score) => nextStanding(before, score, now, edges), good);
    expect(after).toBe(good);
  });
});

describe("gates act at once", () => {
  const [security, privacy] = makeFacts().reviews;
  const reviews = [{ ...security, expiresAt: daysAgo(1) }, privacy] as never;

  it("and so does their end", () => {
    const before = rate(makeFacts(), settings, { isNightly: true });
    const held = rate(makeFacts({ reviews }), settings, { before });
    expect([held.band, held.standing?.band]).toEqual(["use-with-care", "trusted"]);
    expect(rate(makeFacts(), settings, { before: held }).band).toBe("trusted");
  });
});
