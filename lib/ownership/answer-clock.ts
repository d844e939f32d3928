import { wallClock } from "#lib/wall-clock.ts";

const dayMs = 86_400_000;

/** An owner answers within so many working days. */
export const answerWorkingDays = 2;

/** The moment at which that clock shows a time; one that it skips in spring is taken an hour later. */
function momentAt(wall: number, timeZone: string): Date {
  let guess = wall;
  for (let round = 0; round < 3; round += 1) guess += wall - wallClock(new Date(guess), timeZone);
  return new Date(guess);
}

/** Days since Monday. */
const weekday = (wall: number) => (new Date(wall).getUTCDay() + 6) % 7;
const friday = 4;

/**
 * When an answer is due: two working days later at the same hour. Saturdays and Sundays of the time zone do not count; a
 * question of a weekend is taken as asked when Monday begins. Public holidays are not known here and count.
 */
export function answerDueAt(askedAt: Date, timeZone: string): Date {
  const asked = wallClock(askedAt, timeZone);
  const toMonday = weekday(asked) > friday ? 7 - weekday(asked) : 0;
  const from = toMonday === 0 ? asked : Math.floor(asked / dayMs + toMonday) * dayMs;
  const weekend = weekday(from) + answerWorkingDays > friday ? 2 : 0;
  return momentAt(from + (answerWorkingDays + weekend) * dayMs, timeZone);
}

export type AnswerClock = { readonly dueAt: string; readonly isOverdue: boolean };

/** The clock of a question that waits. */
export function answerClock(askedAt: Date, at: Date, timeZone: string): AnswerClock {
  const dueAt = answerDueAt(askedAt, timeZone);
  return { dueAt: dueAt.toISOString(), isOverdue: at > dueAt };
}

export type AskedAndAnswered = { readonly askedAt: string; readonly answeredAt: string | null };

/** How owners have kept the promise: what somebody who asks may expect. */
export type AnswerRecord = { readonly answered: number; readonly inTime: number; readonly overdue: number };

export function answerRecord(
  questions: readonly AskedAndAnswered[],
  at: Date,
  timeZone: string,
): AnswerRecord {
  const isInTime = ({ askedAt, answeredAt }: AskedAndAnswered) =>
    answerDueAt(new Date(askedAt), timeZone) >= (answeredAt === null ? at : new Date(answeredAt));
  const answered = questions.filter(({ answeredAt }) => answeredAt !== null);
  return {
    answered: answered.length,
    inTime: answered.filter(isInTime).length,
    overdue: questions.filter((one) => one.answeredAt === null && !isInTime(one)).length,
  };
}
