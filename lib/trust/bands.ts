import { type TrustBand, trustBands } from "#lib/trust/mark.ts";
import type { BandStanding } from "#lib/trust/schema.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";

type Edges = TrustSettings["bands"];

/** The band that a number lies in; thin evidence does not carry the highest. */
export function bandOf(score: number, isThin: boolean, { trusted, good, care }: Edges): TrustBand {
  if (score >= trusted && !isThin) return "trusted";
  if (score >= good) return "good";
  return score >= care ? "use-with-care" : "not-recommended";
}

/** 0 is the highest. */
const rank = (band: TrustBand): number => trustBands.indexOf(band);

/** The lower one of two bands. */
export function lowerBand(one: TrustBand, other: TrustBand): TrustBand {
  return rank(one) > rank(other) ? one : other;
}

/** The band that a number points to from where it stands, once it lies past the edge by the margin. */
function pointedTo(held: TrustBand, score: number, isThin: boolean, edges: Edges): TrustBand {
  const up = bandOf(score - edges.margin, isThin, edges);
  if (rank(up) < rank(held)) return up;
  const down = bandOf(score + edges.margin, isThin, edges);
  return rank(down) > rank(held) ? down : held;
}

/** Of two bands on the same side of a third, the one nearer to it. */
function nearer(held: TrustBand, one: TrustBand, other: TrustBand): TrustBand {
  return Math.abs(rank(one) - rank(held)) <= Math.abs(rank(other) - rank(held)) ? one : other;
}

/**
 * Where a tool stands after another result. The first number decides at once; after that a band changes when enough
 * nightly results in a row lie past its edge, so that a number near an edge does not flicker.
 */
export function nextStanding(
  before: BandStanding | null,
  score: number,
  { isThin, isNightly }: { readonly isThin: boolean; readonly isNightly: boolean },
  edges: Edges,
): BandStanding {
  if (!before) return { band: bandOf(score, isThin, edges), streak: null };
  if (!isNightly) return before;
  const held = before.band;
  const toward = pointedTo(held, score, isThin, edges);
  if (toward === held) return { band: held, streak: null };
  const { streak } = before;
  const isSameSide = streak !== null && rank(streak.toward) < rank(held) === rank(toward) < rank(held);
  const next = isSameSide
    ? { toward: nearer(held, streak.toward, toward), nights: streak.nights + 1 }
    : { toward, nights: 1 };
  return next.nights >= edges.nights ? { band: next.toward, streak: null } : { band: held, streak: next };
}
