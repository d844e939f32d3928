import { AskForm } from "#components/catalog/tool/ask-form.tsx";
import { t } from "#components/catalog/tool/tool-words.ts";
import { Section } from "#components/layout/section.tsx";
import { Status } from "#components/ui/status.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ToolPage } from "#lib/catalog/schema.ts";

/** What people asked about the tool and what its owner answered, and the way to ask. */
export function QuestionList({ tool }: { tool: ToolPage }) {
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
                <Status tone="neutral" className="text-small">
                  {t("waiting")}
                </Status>
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
    </Section>
  );
}
