"use client";

import { useState } from "react";
import { type Attempt, refusedFields } from "#components/runs/try-it/attempt.ts";
import { AttemptList } from "#components/runs/try-it/attempt-list.tsx";
import { AttemptView } from "#components/runs/try-it/attempt-view.tsx";
import { OperationChoice } from "#components/runs/try-it/operation-choice.tsx";
import { OperationForm } from "#components/runs/try-it/operation-form.tsx";
import { useAttempts } from "#components/runs/try-it/use-attempts.ts";
import { Card } from "#components/ui/card.tsx";
import type { OperationView } from "#lib/catalog/schema.ts";
import { playground } from "#lib/messages/en/playground.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(playground);

const draftAddress = (slug: string, operation: string) =>
  `/api/owner/${encodeURIComponent(slug)}/playground/operations/${encodeURIComponent(operation)}/calls`;

type DraftFormsProps = {
  readonly slug: string;
  readonly toolName: string;
  readonly toolKind: string;
  readonly operations: readonly OperationView[];
};

/** The forms of a draft's operations, and what their runs gave. */
export function DraftForms({ slug, toolName, toolKind, operations }: DraftFormsProps) {
  const [chosen, setChosen] = useState(operations[0]?.name);
  const [start, setStart] = useState<{ key: number; values: Record<string, unknown> | null }>({
    key: 0,
    values: null,
  });
  const { attempts, run, cancel } = useAttempts(slug, draftAddress);
  const [latest, ...earlier] = attempts;
  const operation = operations.find(({ name }) => name === chosen) ?? operations[0];
  if (!operation) return null;
  const begin = (name: string, values: Record<string, unknown> | null) => {
    setChosen(name);
    setStart(({ key }) => ({ key: key + 1, values }));
  };
  const reuse = (attempt: Attempt) => begin(attempt.operation.name, attempt.arguments);
  const isOfForm = latest?.operation.name === operation.name;
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Card className="flex min-w-0 flex-col gap-4">
        {operations.length > 1 && (
          <OperationChoice
            slug={slug}
            first={operations}
            total={operations.length}
            chosen={operation}
            onChoose={({ name }) => begin(name, null)}
          />
        )}
        {operation.description && <p className="measure text-muted">{operation.description}</p>}
        <OperationForm
          // Another schema of the same operation begins another form.
          key={`${operation.name} ${start.key} ${JSON.stringify(operation.inputSchema)}`}
          slug={slug}
          toolName={toolName}
          cookie=""
          isDraft
          operation={operation}
          start={start.values}
          isRunning={latest?.state.kind === "running"}
          refused={latest && isOfForm ? refusedFields(latest) : []}
          onRun={(values) => run(operation, values)}
          onCancel={cancel}
        />
      </Card>
      <div aria-live="polite" className="min-w-0">
        {latest && (
          <section aria-label={t("result")} className="flex min-w-0 flex-col gap-3">
            <h3 className="text-lead">
              {t("result")}: {latest.operation.title}
            </h3>
            <AttemptView attempt={latest} toolKind={toolKind} toolName={toolName} />
          </section>
        )}
      </div>
      <AttemptList attempts={earlier} toolKind={toolKind} toolName={toolName} onReuse={reuse} />
    </div>
  );
}
