import { AskForm } from "#components/catalog/tool/ask-form.tsx";
import { t } from "#components/catalog/tool/tool-words.ts";
import { Section } from "#components/layout/section.tsx";
import { AnswerClockLine } from "#components/ownership/answer-clock-line.tsx";
import { AskExpectation } from "#components/ownership/ask-expectation.tsx";
import { Status } from "#components/ui/status.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ToolPage } from "#lib/catalog/schema.ts";
import type { AnswerClock } from "#lib/ownership/answer-clock.ts";
import type { AskingFacts } from "#lib/ownership/server/asking-facts.ts";

function Waiting({ clock }: { clock: AnswerClock | undefined }) {
  return (
    <p className="flex flex-wrap gap-x-3">
      <Status tone="neutral" className="text-small">
        {t("waiting")}
      </Status>
      {clock && <AnswerClockLine clock={clock} reader="asker" />}
    </p>
  );
}

/** What people asked about the tool and what its owner answered, and the way to ask. */
export function QuestionList({ tool, asking }: { tool: ToolPage; asking: AskingFacts }) {
  const { clocks, answerBy, record } = asking;
  return (
    <Section title={<span id="questions">{t("questions")}</span>}>
      {tool.questions.length === 0 ? (
        <p className="text-muted">{t("noQuestions")}</p>
      ) : (
        <ul className="flex flex-col gap-4">
          {tool.questions.map((question) => (
            <li key={question.id} className="flex flex-col gap-1">
              <p className="text-muted text-small">
                {t("askedBy", { name: question.askedBy })} <Time value={question.askedAt} />
              </p>
              <p className="measure font-semibold">{question.text}</p>
              {question.answer === null ? (
                <Waiting clock={clocks[question.id]} />
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
            </li>
          ))}
        </ul>
      )}
      <AskForm slug={tool.slug} isUnowned={tool.isUnowned} />
      {!tool.isUnowned && <AskExpectation answerBy={answerBy} record={record} />}
    </Section>
  );
}
