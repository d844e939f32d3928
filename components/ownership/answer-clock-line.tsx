import { t } from "#components/ownership/people-words.ts";
import { Status } from "#components/ui/status.tsx";
import { Time } from "#components/ui/time.tsx";
import type { AnswerClock } from "#lib/ownership/answer-clock.ts";

type AnswerClockLineProps = {
  clock: AnswerClock;
  /** The owner reads what is expected of them, whoever asked what they may expect. */
  reader: "owner" | "asker";
};

/** Until when a question is to be answered, or since when it should have been. */
export function AnswerClockLine({ clock, reader }: AnswerClockLineProps) {
  const isOwner = reader === "owner";
  const late = isOwner ? "answerOverdue" : "answerLate";
  const soon = isOwner ? "answerDue" : "answerExpected";
  return (
    <Status tone={clock.isOverdue ? "caution" : "neutral"} className="items-baseline text-small">
      {t(clock.isOverdue ? late : soon)} <Time value={clock.dueAt} mode="minute" />
    </Status>
  );
}
