"use client";

import { useEffect, useState } from "react";
import { RunParts } from "#components/runs/run-parts.tsx";
import { useRun } from "#components/runs/use-run.ts";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useNow } from "#components/ui/now.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { textOfParts } from "#lib/chat/message-text.ts";
import type { MessageView } from "#lib/chat/schema.ts";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";
import type { RoutingDecision } from "#lib/routing/schema.ts";
import { type AssistantPart, isFinished, type RunStatus, type RunView } from "#lib/runs/schema.ts";

const t = translator(chat);

function madeBy(parts: readonly AssistantPart[]): string | null {
  const part = parts.find((candidate) => candidate?.type === "made-by");
  if (part?.type !== "made-by") return null;
  if (part.how === "quoted") return `${t("quotedNotGenerated")}`;
  if (part.how === "model") return t("writtenBy", { name: part.name });
  return t("withoutModel");
}

type FrameProps = {
  readonly parts: readonly AssistantPart[];
  readonly status: RunStatus;
  readonly decision: RoutingDecision | null;
  readonly source: MessageView["source"];
  readonly isLast: boolean;
  readonly runId: string | null;
  readonly onWhy: (decision: RoutingDecision) => void;
  readonly onRetry: () => void;
  readonly children?: React.ReactNode;
};

function AnswerFrame({
  parts,
  status,
  decision,
  source,
  isLast,
  runId,
  onWhy,
  onRetry,
  children,
}: FrameProps) {
  const isWorking = status === "running";
  const chosen = decision?.candidates.find((candidate) => candidate.isChosen);
  const made = madeBy(parts);
  return (
    <article aria-label="Answer" className="group/answer flex min-w-0 flex-col gap-3">
      {(chosen || made || source === "sample") && (
        <p className="flex flex-wrap items-center gap-x-2 text-muted text-small">
          {chosen && <span className="font-semibold">{chosen.toolName}</span>}
          {chosen && made && <span aria-hidden="true">·</span>}
          {made && <span>{made}</span>}
          {source === "sample" && <SampleChip />}
        </p>
      )}
      <RunParts parts={parts} runId={runId} isWorking={isWorking} />
      {children}
      {status === "interrupted" && (
        <Notice
          tone="caution"
          {...(isLast ? { action: <Button onClick={onRetry}>{t("continue")}</Button> } : {})}
        >
          {t("interrupted")}
        </Notice>
      )}
      {!isWorking && (
        <p className="flex flex-wrap items-center gap-1 opacity-0 transition-ui focus-within:opacity-100 group-hover/answer:opacity-100 max-md:opacity-100">
          <CopyButton text={textOfParts(parts)} label={t("copyAnswer")} />
          {decision && (
            <Button variant="quiet" size="small" onClick={() => onWhy(decision)}>
              {t("whyThisTool")}
            </Button>
          )}
          {isLast && isFinished(status) && (
            <Button variant="quiet" size="small" onClick={onRetry}>
              {t("retry")}
            </Button>
          )}
        </p>
      )}
    </article>
  );
}

/** After nine seconds of silence the line says what is being waited for; before that it only says that work goes on. */
function WaitingLine({ waitingFor, sequence }: { waitingFor: string | null; sequence: number }) {
  const [heard, setHeard] = useState({ sequence, at: Date.now() });
  if (heard.sequence !== sequence) setHeard({ sequence, at: Date.now() });
  const now = useNow();
  const isSilent = now !== null && now - heard.at > 9_000;
  return (
    <p className="text-muted text-small">
      {waitingFor && isSilent ? t("waitingFor", { what: waitingFor }) : t("thinking")}
    </p>
  );
}

type LiveProps = Omit<FrameProps, "parts" | "status" | "decision" | "children"> & {
  readonly run: RunView;
  readonly onFinished: () => void;
};

function LiveAnswer({ run, onFinished, ...frame }: LiveProps) {
  const { state, connection } = useRun(run.id);
  const isOver = connection === "ended";
  // The finished answer is read again from the server, which holds it for good.
  useEffect(() => {
    if (isOver) onFinished();
  }, [isOver, onFinished]);
  return (
    <AnswerFrame {...frame} parts={state.parts} status={state.status} decision={state.decision}>
      {state.status === "running" && <WaitingLine waitingFor={state.waitingFor} sequence={state.sequence} />}
      {connection === "lost" && <p className="text-caution text-small">{t("lost")}</p>}
      {connection === "session-ended" && (
        <Notice tone="caution" action={<LinkButton href="/sign-in">{t("signIn")}</LinkButton>}>
          {t("sessionEnded")}
        </Notice>
      )}
    </AnswerFrame>
  );
}

type AnswerProps = {
  readonly message: MessageView;
  readonly isLast: boolean;
  readonly onWhy: (decision: RoutingDecision) => void;
  readonly onRetry: () => void;
  readonly onFinished: () => void;
};

/** An answer: followed live while its run goes on or waits, read from the store afterwards. */
export function Answer({ message, isLast, onWhy, onRetry, onFinished }: AnswerProps) {
  const { run } = message;
  const shared = { source: message.source, isLast, onWhy, onRetry };
  if (run && !isFinished(run.status))
    return <LiveAnswer key={run.id} {...shared} run={run} runId={run.id} onFinished={onFinished} />;
  return (
    <AnswerFrame
      {...shared}
      parts={message.parts}
      status={run?.status ?? "completed"}
      decision={run?.decision ?? null}
      runId={run?.id ?? null}
    />
  );
}
