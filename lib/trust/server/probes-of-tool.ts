import "server-only";
import { now } from "#lib/clock.ts";
import { dayMs } from "#lib/trust/bounds.ts";
import { countProbes } from "#lib/trust/server/probe-count-repository.ts";
import { probeEveryHour } from "#lib/trust/server/probe-tools.ts";

export type ProbesOfTool = {
  readonly total: number;
  readonly answered: number;
  /** How often the portal asks. */
  readonly everyMinutes: number;
  readonly lastAt: string | null;
  readonly hasSample: boolean;
};

const windowDays = 28;

/** Whether a tool answered the portal's own questions at the level of its protocol, in 28 days. */
export async function probesOfTool(toolId: string): Promise<ProbesOfTool> {
  const { total, answered, last_at, has_sample } = await countProbes(
    toolId,
    new Date(now().getTime() - windowDays * dayMs),
  );
  return {
    total,
    answered,
    everyMinutes: Math.round((probeEveryHour.everySeconds ?? 3600) / 60),
    lastAt: last_at?.toISOString() ?? null,
    hasSample: has_sample ?? false,
  };
}
