import { t } from "#components/ownership/people-words.ts";
import { Time } from "#components/ui/time.tsx";
import type { AnswerRecord } from "#lib/ownership/answer-clock.ts";

type AskExpectationProps = { answerBy: string; record: AnswerRecord };

/** When an answer may be expected, and how well that was kept here so far. */
export function AskExpectation({ answerBy, record }: AskExpectationProps) {
  const { answered, inTime, overdue } = record;
  return (
    <p className="measure text-muted text-small">
      {t("askExpectation")} <Time value={answerBy} mode="date" />.{" "}
      {answered > 0 && t("askRecord", { count: answered, inTime })}{" "}
      {overdue > 0 && t("askOverdue", { count: overdue })}
    </p>
  );
}
