import "server-only";
import { now } from "#lib/clock.ts";
import { log } from "#lib/log.ts";
import { dayMs } from "#lib/trust/bounds.ts";
import { removeSpareResults, toolsAfter } from "#lib/trust/server/results-repository.ts";

/** Every result of these last days stays. */
const wholeDays = 35;
/** Until they are this old, one of each week stays. */
const weeklyDays = 2 * 365;
const toolsAtOnce = 500;

/**
 * Thins out old results: all of the last 35 days stay, then one of each week up to two years. What changed a band or a
 * gate stays for good, and so does a tool's first and newest result.
 * @returns how many were removed
 */
export async function thinOldResults(): Promise<number> {
  const at = now().getTime();
  const rule = {
    wholeSince: new Date(at - wholeDays * dayMs),
    weeklySince: new Date(at - weeklyDays * dayMs),
  };
  let removed = 0;
  let last: string | null = null;
  do {
    const toolIds: string[] = await toolsAfter(last, toolsAtOnce);
    if (toolIds.length > 0) removed += await removeSpareResults(toolIds, rule);
    last = toolIds.at(-1) ?? null;
  } while (last !== null);
  if (removed > 0) log.info({ results: removed }, "Old trust results were thinned out.");
  return removed;
}
