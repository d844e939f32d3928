"use client";

import { useMutation } from "@tanstack/react-query";
import { Pencil, ShieldAlert } from "lucide-react";
import { useState } from "react";
import { type ApprovalAnswer, answerCall } from "#components/runs/mutations.ts";
import { SchemaForm } from "#components/tools/schema-form/schema-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { KeyValueList } from "#components/ui/key-value.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { JsonSchema } from "#lib/catalog/operation.ts";
import { ApiError } from "#lib/http/api-client.ts";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";
import type { CallPart } from "#lib/runs/schema.ts";

const t = translator(chat);

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Asks before anything changes: exactly the stored arguments, editable, *Run* and *Don't run*. */
export function ApprovalCard({ call }: { call: CallPart }) {
  const [draft, setDraft] = useState<Record<string, unknown> | null>(null);
  const answer = useMutation({ mutationFn: (given: ApprovalAnswer) => answerCall(call.callId, given) });
  const error = answer.error instanceof ApiError ? answer.error : null;
  const schema = call.inputSchema as JsonSchema | undefined;
  const isBusy = answer.isPending || answer.isSuccess;
  const run = () => answer.mutate(draft ? { answer: "run", arguments: draft } : { answer: "run" });
  return (
    <section
      aria-label={`${t("willRun")}: ${call.toolName}, ${call.title}`}
      className="flex flex-col gap-4 rounded-card border border-caution bg-surface p-4"
    >
      <header className="flex items-start gap-2">
        <ShieldAlert aria-hidden="true" className="mt-0.5 shrink-0 text-caution" />
        <div className="flex flex-col">
          <h3 className="text-lead">{call.title}</h3>
          <p className="text-muted text-small">
            {t("willRun")} · {call.toolName}
            {call.ownerTeam ? ` · ${call.ownerTeam}` : ""} ·{" "}
            <code className="text-code">{call.operationName}</code>
            {call.isDestructive ? " · removes or overwrites something" : ""}
          </p>
        </div>
      </header>
      {draft && schema ? (
        <SchemaForm
          schema={schema}
          value={draft}
          onChange={(value) => setDraft(value as Record<string, unknown>)}
          errors={error ? [...error.fields] : []}
          disabled={isBusy}
          idPrefix={`approve-${call.callId}`}
        />
      ) : (
        <KeyValueList
          layout="row"
          items={Object.entries(call.arguments).map(([key, value]) => ({
            key,
            value: <span className="whitespace-pre-wrap break-words">{shown(value)}</span>,
          }))}
        />
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
