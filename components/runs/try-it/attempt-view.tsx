"use client";

import { type Attempt, refusedFields } from "#components/runs/try-it/attempt.ts";
import { ResultContent } from "#components/runs/try-it/result-content.tsx";
import { WholeResult } from "#components/tools/result/whole-result.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { Status, type StatusTone } from "#components/ui/status.tsx";
import { tryIt } from "#lib/messages/en/try-it.ts";
import { formatDuration } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";
import type { FormCallResult } from "#lib/runs/form-call.ts";
import type { ToolCallStatus } from "#lib/tools/outcome.ts";

const t = translator(tryIt);

const states: Record<ToolCallStatus, { tone: StatusTone; word: string }> = {
  succeeded: { tone: "positive", word: t("succeeded") },
  failed: { tone: "danger", word: t("failed") },
  refused: { tone: "danger", word: t("refusedState") },
  "timed-out": { tone: "danger", word: t("timedOut") },
  stopped: { tone: "neutral", word: t("stopped") },
};

/** How an attempt stands, in a word. */
export function attemptWord(attempt: Attempt): { tone: StatusTone; word: string } {
  switch (attempt.state.kind) {
    case "running":
      return { tone: "active", word: t("running") };
    case "answered":
      return states[attempt.state.answer.outcome.status];
    case "cancelled":
      return { tone: "neutral", word: t("stopped") };
    case "not-run":
      return { tone: "danger", word: t("notSent") };
  }
}

type AttemptViewProps = { attempt: Attempt; toolKind: string; toolName: string };

/** What came of one run: its result, or what went wrong and what to do. */
export function AttemptView({ attempt, toolKind, toolName }: AttemptViewProps) {
  const { state, operation } = attempt;
  switch (state.kind) {
    case "running":
      return <SkeletonRows rows={3} />;
    case "cancelled":
      return (
        <Notice title={t("cancelled")}>
          {operation.annotations.readOnly ? t("cancelledRead") : t("cancelledWrite", { tool: toolName })}
        </Notice>
      );
    case "not-run": {
      const { error } = state;
      const isFields = refusedFields(attempt).length > 0;
      return (
        <ErrorState
          title={
            error.status === 0
              ? t("offline")
              : `${t("notSent")}: ${isFields ? t("fixFields") : error.message}`
          }
          requestId={error.requestId ?? undefined}
        >
          {isFields ? null : (error.mend ?? error.message)}
        </ErrorState>
      );
    }
    case "answered":
      return <Answered answer={state.answer} attempt={attempt} toolKind={toolKind} />;
  }
}

type AnsweredProps = { answer: FormCallResult; attempt: Attempt; toolKind: string };

function Answered({ answer, attempt, toolKind }: AnsweredProps) {
  const { outcome } = answer;
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small">
        <Status tone={states[outcome.status].tone}>{states[outcome.status].word}</Status>
        <span className="text-muted">
          {t("took", { duration: formatDuration(outcome.durationMs) })}
          {outcome.attempts > 1 && ` · ${t("attempts", { count: outcome.attempts })}`} ·{" "}
          {t("sentToVersion", { version: answer.version })}
        </span>
        <span className="flex min-w-0 items-center gap-1 text-muted">
          {t("requestId")}
          <code className="truncate text-code">{answer.requestId}</code>
          <CopyButton text={answer.requestId} label={t("copyRequestId")} className="-my-2" />
        </span>
      </div>
      {outcome.warnings?.map((warning) => (
        <Notice key={warning} tone="caution">
          {warning}
        </Notice>
      ))}
      {outcome.error && (
        <ErrorState title={outcome.error.message}>
          {outcome.error.mend}
          {outcome.error.status !== undefined && (
            <span className="text-muted"> (HTTP {outcome.error.status})</span>
          )}
        </ErrorState>
      )}
      {outcome.result && (
        <ResultContent
          content={outcome.result.content}
          truncated={outcome.result.truncated}
          bytes={outcome.result.bytes}
          outputSchema={attempt.operation.outputSchema}
          kind={toolKind}
        />
      )}
      {outcome.result?.truncated && (
        <div>
          <WholeResult callId={answer.callId} />
        </div>
      )}
    </div>
  );
}
