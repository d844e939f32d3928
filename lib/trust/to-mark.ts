import { explainComponents, explainGate } from "#lib/trust/explain.ts";
import { isSuspending } from "#lib/trust/gates.ts";
import type { TrustRating } from "#lib/trust/mark.ts";
import { valuesOf } from "#lib/trust/rate.ts";
import type { RatingResult } from "#lib/trust/schema.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";

/** The gate that decides what is shown: the first that lets no number through, else the lowest cap that binds. */
function decidingGate(rating: RatingResult, settings: TrustSettings): TrustRating["gate"] {
  const holding = rating.gates.filter(({ exempt }) => !exempt);
  const suspending = holding.find(isSuspending);
  if (suspending) return { at: 0, words: explainGate(suspending, settings) };
  const [lowest] = holding
    .filter(({ cap }) => cap !== null && rating.uncapped > cap)
    .toSorted((a, b) => (a.cap ?? 0) - (b.cap ?? 0));
  if (lowest) return { at: lowest.cap ?? 0, words: explainGate(lowest, settings) };
  const frozen = holding.find(({ kind }) => kind === "deprecated");
  return frozen && rating.score !== null ? { at: rating.score, words: explainGate(frozen, settings) } : null;
}

/** A rating as the trust mark shows it. */
export function toMark(rating: RatingResult, settings: TrustSettings): TrustRating {
  return {
    threads: valuesOf(rating.components),
    score: rating.score,
    band: rating.band,
    gate: decidingGate(rating, settings),
    thin: rating.strength.word === "thin",
    sentences: explainComponents(rating.components, settings),
  };
}
