const dayMs = 86_400_000;

/** An owner answers within so many working days. */
export const answerWorkingDays = 2;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(timeZone, format);
  return format;
}

/** What a clock on the wall of a time zone shows, as milliseconds since 1970 there. */
function wallClock(moment: Date, timeZone: string): number {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) + moment.getUTCMilliseconds();
}

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
