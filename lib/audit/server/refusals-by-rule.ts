import "server-only";
import { countRefusals } from "#lib/audit/server/repository.ts";
import { now } from "#lib/clock.ts";
import { env } from "#lib/env.ts";

const dayMs = 86_400_000;

/** How often each rule refused somebody in the last days, most first. Where no rule decided, `key` names the basis. */
export async function refusalsByRule(
  days: number,
): Promise<{ readonly key: string; readonly count: number }[]> {
  const rows = await countRefusals(new Date(now().getTime() - days * dayMs), env().isDemo);
  return rows.map(({ ruleId, count }) => ({ key: ruleId, count }));
}
