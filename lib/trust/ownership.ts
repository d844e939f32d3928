import { dayMs } from "#lib/trust/bounds.ts";
import type { OwnershipFacts } from "#lib/trust/facts.ts";
import type { ComponentResults } from "#lib/trust/schema.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";
import { workingDaysBetween } from "#lib/trust/working-time.ts";

/** What each fact is worth. */
const worth = {
  team: 0.3,
  maintainers: 0.2,
  confirmed: 0.2,
  answers: 0.2,
  contact: 0.05,
  successor: 0.05,
} as const;

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  if (high === undefined) return null;
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2;
}

/**
 * Median working days to an answer. A question that waits counts as soon as it is late, so that silence does not help.
 */
function medianAnswer(
  questions: OwnershipFacts["questions"],
  at: Date,
  limit: number,
  timeZone: string,
): number | null {
  return median(
    questions.flatMap(({ askedAt, answeredAt }) => {
      const waited = workingDaysBetween(askedAt, answeredAt ?? at, timeZone);
      return answeredAt || waited > limit ? [waited] : [];
    }),
  );
}

/** O: who answers for the tool, and whether they do. Where nobody has asked yet, the other facts make up the whole. */
export function ownershipOf(
  facts: OwnershipFacts,
  at: Date,
  settings: TrustSettings,
): ComponentResults["ownership"] {
  const { confirmedDays, answerWorkingDays: limit, timeZone } = settings.ownership;
  const answerWorkingDays = medianAnswer(facts.questions, at, limit, timeZone);
  const hasActiveTeam = facts.team !== null && facts.team.activePeople > 0;
  const isConfirmed =
    facts.confirmedAt !== null && at.getTime() - facts.confirmedAt.getTime() <= confirmedDays * dayMs;
  const earned =
    (hasActiveTeam ? worth.team : 0) +
    (facts.activeMaintainers >= 2 ? worth.maintainers : 0) +
    (isConfirmed ? worth.confirmed : 0) +
    (answerWorkingDays !== null && answerWorkingDays <= limit ? worth.answers : 0) +
    (facts.hasContact ? worth.contact : 0) +
    (facts.hasSuccessor ? worth.successor : 0);
  const value = answerWorkingDays === null ? earned / (1 - worth.answers) : earned;
  return {
    value: facts.team ? Math.min(1, value) : null,
    team: facts.team?.name ?? null,
    hasActiveTeam,
    maintainers: facts.activeMaintainers,
    confirmedAt: facts.confirmedAt?.toISOString() ?? null,
    isConfirmed,
    questions: facts.questions.length,
    answerWorkingDays,
    hasContact: facts.hasContact,
    hasSuccessor: facts.hasSuccessor,
  };
}
