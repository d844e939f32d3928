"use client";

import { useMutation } from "@tanstack/react-query";
import { Pencil, ShieldAlert } from "lucide-react";
import { useState } from "react";
import { ArgumentList } from "#components/runs/argument-list.tsx";
import { type ApprovalAnswer, answerCall } from "#components/runs/mutations.ts";
import { SplitForm } from "#components/runs/split-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { JsonSchema } from "#lib/catalog/operation.ts";
import type { FieldProblem } from "#lib/errors.ts";
import { ApiError } from "#lib/http/api-error.ts";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";
import type { CallPart } from "#lib/runs/schema.ts";
import { checkDraft } from "#lib/tools/form/check-draft.ts";

const t = translator(chat);

/** Asks before anything changes: exactly the stored arguments, editable, *Run* and *Don't run*. */
export function ApprovalCard({ call }: { call: CallPart }) {
  const [draft, setDraft] = useState<Record<string, unknown> | null>(null);
  const answer = useMutation({ mutationFn: (given: ApprovalAnswer) => answerCall(call.callId, given) });
  const error = answer.error instanceof ApiError ? answer.error : null;
  const schema = call.inputSchema as JsonSchema | undefined;
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const errors = error?.fields.length ? error.fields : problems;
  const isBusy = answer.isPending || answer.isSuccess;
  const run = () => {
    const found = draft && schema !== undefined ? checkDraft(schema, draft) : [];
    setProblems(found);
    if (found.length === 0) answer.mutate(draft ? { answer: "run", arguments: draft } : { answer: "run" });
  };
  const facts = [
    t("willRun"),
    call.toolName,
    ...(call.ownerTeam ? [call.ownerTeam] : []),
    ...(call.isDestructive ? [t("removesSomething")] : []),
  ];
  return (
    <section
      aria-label={`${t("willRun")}: ${call.toolName}, ${call.title}`}
      data-waits=""
      className="flex flex-col gap-4 rounded-card border border-caution bg-surface p-4"
    >
      <header className="flex items-start gap-2">
        <ShieldAlert aria-hidden="true" className="mt-1 shrink-0 text-caution" />
        <div className="flex min-w-0 flex-col">
          <h3 className="text-lead">{call.title}</h3>
          <p className="text-muted text-small">
            {facts.join(" · ")} · <code className="text-code">{call.operationName}</code>
          </p>
        </div>
      </header>
      {call.note && <p>{call.note}</p>}
      {draft && schema ? (
        <SplitForm
          schema={schema}
          value={draft}
          first={Object.keys(call.arguments)}
          onChange={setDraft}
          errors={errors}
          disabled={isBusy}
          idPrefix={`approve-${call.callId}`}
        />
      ) : (
        <ArgumentList arguments={call.arguments} schema={schema} />
      )}
      {error && (
        <Notice tone="danger" title={error.message}>
          {error.mend}
        </Notice>
      )}
      <footer className="flex flex-wrap items-center gap-2">
        <Button
          variant="primary"
          onClick={run}
          pending={isBusy && answer.variables?.answer === "run"}
          disabled={isBusy}
        >
          {t("run")}
        </Button>
        <Button onClick={() => answer.mutate({ answer: "decline" })} disabled={isBusy}>
          {t("dontRun")}
        </Button>
        {schema !== undefined && (
          <Button
            variant="quiet"
            onClick={() => setDraft(draft ? null : { ...call.arguments })}
            disabled={isBusy}
          >
            <Pencil aria-hidden="true" />
            {draft ? t("keepArguments") : t("editArguments")}
          </Button>
        )}
        <p className="text-muted text-small md:ml-auto">{t("approvalScope")}</p>
      </footer>
    </section>
  );
}
