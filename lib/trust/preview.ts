import { z } from "zod";
import type { TrustFacts } from "#lib/trust/facts.ts";
import { type TrustBand, trustBands } from "#lib/trust/mark.ts";
import { rate } from "#lib/trust/rate.ts";
import { type RatingResult, trustBandSchema } from "#lib/trust/schema.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";

const standSchema = z.object({ score: z.number().nullable(), band: trustBandSchema.nullable() });
export type Stand = z.infer<typeof standSchema>;

const count = z.number().int().min(0);

export const settingsPreviewSchema = z.object({
  /** Tools that are rated at all. */
  tools: count,
  /** Tools whose band would come to lie higher or lower. */
  bands: z.object({ up: count, down: count }),
  /** Tools whose number would rise or fall by a tenth of a point or more, and those that would gain or lose it. */
  numbers: z.object({ up: count, down: count, gained: count, lost: count }),
  /** The largest, of tools that the administrator may find. */
  moves: z.array(z.object({ slug: z.string(), name: z.string(), before: standSchema, after: standSchema })),
  tookMs: z.number().min(0),
});
export type SettingsPreview = z.infer<typeof settingsPreviewSchema>;

export type Move = { readonly toolId: string; readonly before: Stand; readonly after: Stand };

/** Differences below this are not seen in a number with one decimal. */
const leastPoints = 0.1;

/** Where a tool comes to stand by some settings once its band has followed its number. */
function settled(facts: TrustFacts, settings: TrustSettings, before: RatingResult | null): Stand {
  const held = before && {
    ...before,
    standing: before.standing && { band: before.standing.band, streak: null },
  };
  const atOnce = { ...settings, bands: { ...settings.bands, nights: 1 } };
  const { score, band } = rate(facts, atOnce, { before: held, isNightly: true });
  return { score, band };
}

/**
 * What other settings would do to one tool on the evidence of now; both sides are computed, so that only the settings
 * make the difference. `nextFacts` differs from `facts` in what the settings gather: window and distribution of stars.
 */
export function moveOf(
  toolId: string,
  of: { readonly facts: TrustFacts; readonly nextFacts: TrustFacts; readonly before: RatingResult | null },
  settings: TrustSettings,
  next: TrustSettings,
): Move {
  return {
    toolId,
    before: settled(of.facts, settings, of.before),
    after: settled(of.nextFacts, next, of.before),
  };
}

/** Points between two numbers; gaining or losing one weighs more than any difference. */
function sizeOf({ before, after }: Move): number {
  if (before.score === null || after.score === null) return before.score === after.score ? 0 : 101;
  return Math.abs(after.score - before.score);
}

const height = (band: TrustBand) => -trustBands.indexOf(band);

/** How many tools move and where to. */
export function countMoves(moves: readonly Move[]): Pick<SettingsPreview, "tools" | "bands" | "numbers"> {
  const bands = { up: 0, down: 0 };
  const numbers = { up: 0, down: 0, gained: 0, lost: 0 };
  for (const move of moves) {
    const { before, after } = move;
    if (before.score === null && after.score !== null) numbers.gained += 1;
    else if (before.score !== null && after.score === null) numbers.lost += 1;
    else if (sizeOf(move) >= leastPoints)
      numbers[(after.score ?? 0) > (before.score ?? 0) ? "up" : "down"] += 1;
    if (before.band && after.band && before.band !== after.band) {
      bands[height(after.band) > height(before.band) ? "up" : "down"] += 1;
    }
  }
  return { tools: moves.length, bands, numbers };
}

/** Moves that somebody would see, the largest first; a change of band counts even where the number hardly moves. */
export function largestMoves(moves: readonly Move[]): Move[] {
  return moves
    .filter((move) => sizeOf(move) >= leastPoints || move.before.band !== move.after.band)
    .toSorted((a, b) => sizeOf(b) - sizeOf(a));
}
