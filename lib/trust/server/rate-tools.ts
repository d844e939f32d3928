import "server-only";
import { setImmediate as pause } from "node:timers/promises";
import { canonicalJson } from "#lib/canonical-json.ts";
import { currentSource, now } from "#lib/clock.ts";
import { newId } from "#lib/db/uuid.ts";
import { rate } from "#lib/trust/rate.ts";
import { type RatingCause, type RatingResult, ratingResultSchema } from "#lib/trust/schema.ts";
import { gatherFacts } from "#lib/trust/server/gather-facts.ts";
import { insertResults, type NewResult, newestResults } from "#lib/trust/server/results-repository.ts";
import { ratingsChanged } from "#lib/trust/server/trust-channel.ts";
import { settingsInForce } from "#lib/trust/server/trust-settings.ts";

/** Tools rated in one go before other work has its turn. */
const atOnce = 200;

type Before = { readonly rating: RatingResult; readonly settingsId: string | null };

/** The newest result of each tool; one in a shape that is not known any more counts as none. */
export async function resultsBefore(
  toolIds: readonly string[] | null,
  at: Date,
): Promise<Map<string, Before>> {
  const rows = await newestResults(toolIds, at);
  return new Map(
    rows.flatMap((row): [string, Before][] => {
      const read = ratingResultSchema.safeParse(row.rating);
      return read.success ? [[row.tool_id, { rating: read.data, settingsId: row.settings_id }]] : [];
    }),
  );
}

/** A rating for comparison: what differs only because a moment has passed is the same. */
function comparable(rating: RatingResult): string {
  return JSON.stringify(JSON.parse(canonicalJson(rating)), (_, value: unknown) =>
    typeof value === "number" ? Math.round(value * 1000) / 1000 : value,
  );
}

async function rateAndKeep(
  toolIds: readonly string[] | null,
  { cause, isNightly }: { cause: RatingCause; isNightly: boolean },
): Promise<number> {
  const computedAt = now();
  const { id: settingsId, settings } = await settingsInForce();
  const before = await resultsBefore(toolIds, computedAt);
  const ratings = new Map([...before].map(([id, { rating }]) => [id, rating]));
  const facts = await gatherFacts({ toolIds, at: computedAt }, settings, ratings);
  const results: NewResult[] = [];
  let rated = 0;
  for (const [toolId, known] of facts) {
    rated += 1;
    // Embedded, the same process answers requests.
    if (rated % atOnce === 0) await pause();
    const last = before.get(toolId);
    const rating = rate(known, settings, { before: last?.rating ?? null, isNightly });
    const isSame = last?.settingsId === settingsId && comparable(last.rating) === comparable(rating);
    if (isSame && !isNightly) continue;
    const source = rating.hasSample ? "sample" : currentSource();
    const id = newId(computedAt);
    results.push({ id, toolId, settingsId, computedAt, cause, isNightly, rating, source });
  }
  await insertResults(results);
  return results.length;
}

/** Rates one tool again and keeps the result if anything is different. */
export async function rateTool(toolId: string, cause: RatingCause): Promise<void> {
  if ((await rateAndKeep([toolId], { cause, isNightly: false })) > 0) await ratingsChanged(toolId);
}

/**
 * Rates every tool and keeps each result, whether it differs or not. The number of queries does not depend on the
 * number of tools. Only nightly results move bands.
 * @returns how many results were kept
 */
export async function rateAllTools(cause: "nightly" | "settings" = "nightly"): Promise<number> {
  const kept = await rateAndKeep(null, { cause, isNightly: cause === "nightly" });
  await ratingsChanged(null);
  return kept;
}
