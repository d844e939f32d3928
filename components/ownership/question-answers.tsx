import { Section } from "#components/layout/section.tsx";
import { AnswerClockLine } from "#components/ownership/answer-clock-line.tsx";
import { AnswerForm } from "#components/ownership/answer-form.tsx";
import { Card } from "#components/ui/card.tsx";
import { Time } from "#components/ui/time.tsx";
import { desk } from "#lib/messages/en/desk.ts";
import { translator } from "#lib/messages/translate.ts";
import type { AnswerClock } from "#lib/ownership/answer-clock.ts";

const t = translator(desk);

type Question = {
  readonly id: string;
  readonly text: string;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly answer: string | null;
  readonly answeredAt: string | null;
};

type Clocks = Readonly<Record<string, AnswerClock>>;

function QuestionCard({ slug, question, clocks }: { slug: string; question: Question; clocks: Clocks }) {
  const clock = clocks[question.id];
  return (
    <Card className="flex flex-col gap-3">
      <div className="flex flex-col gap-1">
        <p className="text-muted text-small">
          {t("askedBy", { name: question.askedBy })} <Time value={question.askedAt} />
        </p>
        <p className="measure whitespace-pre-line font-semibold">{question.text}</p>
        {clock && <AnswerClockLine clock={clock} reader="owner" />}
      </div>
      {question.answer === null ? (
        <AnswerForm slug={slug} questionId={question.id} />
      ) : (
        <div className="border-border-strong border-l-2 pl-3">
          <p className="measure whitespace-pre-line">{question.answer}</p>
          {question.answeredAt && (
            <p className="text-muted text-small">
              {t("answered")} <Time value={question.answeredAt} />
            </p>
          )}
        </div>
      )}
    </Card>
  );
}

type QuestionAnswersProps = { slug: string; questions: readonly Question[]; clocks: Clocks };

/** What people asked: what waits for an answer first, the oldest on top, with its clock and the field for it. */
export function QuestionAnswers({ slug, questions, clocks }: QuestionAnswersProps) {
  const open = questions
    .filter(({ answer }) => answer === null)
    .toSorted((a, b) => a.askedAt.localeCompare(b.askedAt));
  const answered = questions.filter(({ answer }) => answer !== null);
  return (
    <Section title={t("questions")}>
      {questions.length === 0 ? (
        <p className="text-muted">{t("noQuestions")}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {[...open, ...answered].map((question) => (
            <li key={question.id}>
              <QuestionCard slug={slug} question={question} clocks={clocks} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
