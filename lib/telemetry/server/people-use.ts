import "server-only";
import { now } from "#lib/clock.ts";
import {
  judgedCalls,
  type TeamUse,
  toolsUsedBy,
  toolsUsedInTeam,
  type UsedTool,
} from "#lib/telemetry/server/people-use-repository.ts";

const windowMs = 28 * 86_400_000;
const windowStart = () => new Date(now().getTime() - windowMs);

/** With fewer people than this, what a team uses would show what a person does. */
export const fewestPeople = 3;

/** The tools that one person used in 28 days, the latest first. For that person only. */
export async function recentTools(personId: string, limit: number): Promise<UsedTool[]> {
  return toolsUsedBy(personId, windowStart(), limit);
}

/**
 * The tools that at least three people of a team besides the asking one used in 28 days, and how many of them, the
 * most widely used first. Refused calls are no use.
 */
export async function teamTools(teamId: string, askedById: string): Promise<TeamUse[]> {
  return toolsUsedInTeam(teamId, askedById, windowStart(), fewestPeople);
}

/** How often these tools succeeded in 28 days, all calls together; the share is null without any judged call. */
export async function successOfTools(
  toolIds: readonly string[],
): Promise<{ share: number | null; calls: number }> {
  if (toolIds.length === 0) return { share: null, calls: 0 };
  const { good, judged } = await judgedCalls(toolIds, windowStart());
  return { share: judged > 0 ? good / judged : null, calls: judged };
}
