"use client";

import { useQueryStates } from "nuqs";
import { useState } from "react";
import { RateLine } from "#components/reviews/rate-line.tsx";
import { type Attempt, refusedFields } from "#components/runs/try-it/attempt.ts";
import { AttemptList } from "#components/runs/try-it/attempt-list.tsx";
import { AttemptView } from "#components/runs/try-it/attempt-view.tsx";
import { CallHistory } from "#components/runs/try-it/call-history.tsx";
import { OperationChoice } from "#components/runs/try-it/operation-choice.tsx";
import { OperationForm } from "#components/runs/try-it/operation-form.tsx";
import { SavedInputs } from "#components/runs/try-it/saved-inputs.tsx";
import { tryParams } from "#components/runs/try-it/try-address.ts";
import { useAttempts } from "#components/runs/try-it/use-attempts.ts";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { operationsAtOnce } from "#lib/catalog/operations-at-once.ts";
import type { OperationView } from "#lib/catalog/schema.ts";
import { tryIt } from "#lib/messages/en/try-it.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(tryIt);

/** Stays the same function, so that React calls it once per run and not at each key. */
function bringIntoView(section: HTMLElement | null) {
  if (section && section.getBoundingClientRect().top > window.innerHeight - 200) section.scrollIntoView();
}

type TryItProps = {
  slug: string;
  toolName: string;
  toolKind: string;
  /** Name of the session's cookie, for calls that are copied. */
  cookie: string;
  /** Those that came with the page, the one of the address among them. */
  operations: readonly OperationView[];
  /** How many the tool has. */
  total: number;
  /** The address holds a `form`, readable or not. */
  isFormInAddress: boolean;
};

/** Runs a tool's operations with exactly what is typed into their forms, without any language model. */
export function TryIt({ slug, toolName, toolKind, cookie, isFormInAddress, ...given }: TryItProps) {
  const [address, setAddress] = useQueryStates(tryParams, { history: "replace" });
  // One that was found by typing stays known after the list has changed.
  const [operations, setOperations] = useState(given.operations);
  const operation = operations.find(({ name }) => name === address.op) ?? operations[0];
  // The key counts how often the form begins anew; the values are those it begins with.
  const [start, setStart] = useState({ key: 0, values: address.form });
  const { attempts, run, cancel } = useAttempts(slug);
  const [latest, ...earlier] = attempts;
  if (!operation) return null;

  const begin = (name: string, values: Record<string, unknown> | null) => {
    setStart(({ key }) => ({ key: key + 1, values }));
    setAddress({ op: name, form: null });
  };
  const choose = (chosen: OperationView) => {
    setOperations((known) => (known.includes(chosen) ? known : [chosen, ...known]));
    begin(chosen.name, null);
  };
  const reuse = (attempt: Attempt) => begin(attempt.operation.name, attempt.arguments);
  const place = { slug, operation: operation.name };
  const isOfForm = latest?.operation.name === operation.name;
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <Card className="flex min-w-0 flex-col gap-4">
        {given.total > 1 && (
          <OperationChoice
            slug={slug}
            first={given.operations.slice(0, operationsAtOnce)}
            total={given.total}
            chosen={operation}
            onChoose={choose}
          />
        )}
        {operation.description && <p className="measure text-muted">{operation.description}</p>}
        {start.key === 0 && start.values && <Notice>{t("sharedForm")}</Notice>}
        {start.key === 0 && !start.values && isFormInAddress && (
          <Notice tone="caution">{t("unreadableForm")}</Notice>
        )}
        <OperationForm
          key={`${operation.name} ${start.key}`}
          slug={slug}
          toolName={toolName}
          cookie={cookie}
          operation={operation}
          start={start.values}
          isRunning={latest?.state.kind === "running"}
          refused={latest && isOfForm ? refusedFields(latest) : []}
          onRun={(values) => run(operation, values)}
          onCancel={cancel}
        />
        <SavedInputs place={place} onUse={(values) => begin(operation.name, values)} />
      </Card>
      <div aria-live="polite" className="min-w-0">
        {latest && (
          <section
            // A long form has its result out of sight, so each run brings it into view.
            key={latest.id}
            ref={bringIntoView}
            aria-label={t("result")}
            className="flex min-w-0 scroll-mt-16 scroll-mb-4 flex-col gap-3"
          >
            <h2 className="text-lead">
              {t("result")}: {latest.operation.title}
            </h2>
            <AttemptView attempt={latest} toolKind={toolKind} toolName={toolName} />
            {latest.state.kind === "answered" && latest.state.answer.outcome.status === "succeeded" && (
              <RateLine slug={slug} />
            )}
          </section>
        )}
      </div>
      <AttemptList attempts={earlier} toolKind={toolKind} toolName={toolName} onReuse={reuse} />
      <CallHistory key={operation.name} place={place} onFill={(values) => begin(operation.name, values)} />
    </div>
  );
}
