import { MessageSquare } from "lucide-react";
import { t } from "#components/catalog/tool/tool-words.ts";
import { Section } from "#components/layout/section.tsx";
import { Card } from "#components/ui/card.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { mainActionOf } from "#lib/catalog/main-action.ts";
import type { ToolPage } from "#lib/catalog/schema.ts";

/** Requests that the tool is made for. Their answers are the owner's words and marked as such. */
export function ExampleList({ tool }: { tool: ToolPage }) {
  const { examples } = tool.words;
  if (examples.length === 0) return null;
  const canAsk = mainActionOf(tool).kind === "try";
  return (
    <Section title={t("examples")} description={t("examplesNote")}>
      <ul className="flex flex-col gap-3">
        {examples.map(({ request, answer }) => (
          <li key={request}>
            <Card className="flex flex-col gap-3">
              <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
                <p className="min-w-0 font-semibold">{request}</p>
                {canAsk && (
                  <TextLink
                    href={`/chat?tool=${tool.slug}&ask=${encodeURIComponent(request)}`}
                    className="inline-flex shrink-0 items-center gap-1.5 text-small"
                  >
                    <MessageSquare />
                    {t("askThis")}
                  </TextLink>
                )}
              </div>
              {answer && (
                <div className="border-border-strong border-l-2 pl-3">
                  <p className="text-muted text-small">{t("exampleAnswer")}</p>
                  <p className="measure whitespace-pre-line">{answer}</p>
                </div>
              )}
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}
