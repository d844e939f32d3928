"use client";

import type { Attempt } from "#components/runs/try-it/attempt.ts";
import { AttemptView, attemptWord } from "#components/runs/try-it/attempt-view.tsx";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { JsonValue } from "#components/ui/json-node.ts";
import { JsonView } from "#components/ui/json-view.tsx";
import { Status } from "#components/ui/status.tsx";
import { Time } from "#components/ui/time.tsx";
import { tryIt } from "#lib/messages/en/try-it.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(tryIt);

type AttemptListProps = {
  attempts: readonly Attempt[];
  toolKind: string;
  toolName: string;
  onReuse: (attempt: Attempt) => void;
};

/** Earlier runs of this visit, folded; each can be read again and its values taken over. */
export function AttemptList({ attempts, toolKind, toolName, onReuse }: AttemptListProps) {
  if (attempts.length === 0) return null;
  return (
    <section aria-label={t("earlier")} className="flex flex-col gap-2">
      <h3 className="font-semibold text-small">{t("earlier")}</h3>
      <ul className="flex flex-col gap-2">
        {attempts.map((attempt) => {
          const { tone, word } = attemptWord(attempt);
          return (
            <li key={attempt.id}>
              <Disclosure
                summary={
                  <span className="flex min-w-0 flex-1 items-center justify-between gap-3">
                    <span className="min-w-0 truncate">
                      {attempt.operation.title}{" "}
                      <span className="text-muted text-small">
                        <Time value={attempt.startedAt} mode="clock" />
                      </span>
                    </span>
                    <Status tone={tone} className="shrink-0 text-small">
                      {word}
                    </Status>
                  </span>
                }
              >
                <div className="flex min-w-0 flex-col gap-3">
                  <JsonView value={attempt.arguments as JsonValue} label={t("arguments")} />
                  <AttemptView attempt={attempt} toolKind={toolKind} toolName={toolName} />
                  <Button size="small" className="self-start" onClick={() => onReuse(attempt)}>
                    {t("again")}
                  </Button>
                </div>
              </Disclosure>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
