import "server-only";
import { now } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import {
  type AnswerClock,
  type AnswerRecord,
  answerClock,
  answerDueAt,
  answerRecord,
} from "#lib/ownership/answer-clock.ts";

type Question = {
  readonly id: string;
  readonly askedAt: string;
  readonly answeredAt: string | null;
};

/** What somebody who asks may expect, and how late each question is that waits. */
export type AskingFacts = {
  /** When an answer to a question asked now would be due. */
  readonly answerBy: string;
  readonly record: AnswerRecord;
  /** By question; those that are answered have none. */
  readonly clocks: Readonly<Record<string, AnswerClock>>;
};

/** The answer clocks of a tool's questions, in the working days of the portal's time zone. */
export function askingFacts(questions: readonly Question[]): AskingFacts {
  const [at, { timeZone }] = [now(), env()];
  const waiting = questions.filter(({ answeredAt }) => answeredAt === null);
  return {
    answerBy: answerDueAt(at, timeZone).toISOString(),
    record: answerRecord(questions, at, timeZone),
    clocks: Object.fromEntries(
      waiting.map(({ id, askedAt }) => [id, answerClock(new Date(askedAt), at, timeZone)]),
    ),
  };
}
