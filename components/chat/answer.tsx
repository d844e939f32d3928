"use client";

import { useEffect, useState } from "react";
import { AnswerHead, type AnsweringTool } from "#components/chat/answer-head.tsx";
import { InterruptedNotice } from "#components/chat/interrupted-notice.tsx";
import { WaitingLine } from "#components/chat/waiting-line.tsx";
import { SignInLink } from "#components/layout/sign-in-link.tsx";
import { RunParts } from "#components/runs/run-parts.tsx";
import { useRun } from "#components/runs/use-run.ts";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { MessageView } from "#lib/chat/schema.ts";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";
import type { RoutingDecision } from "#lib/routing/schema.ts";
import { textOfParts } from "#lib/runs/answer-text.ts";
import type { RunState } from "#lib/runs/fold-events.ts";
import { type AssistantPart, isFinished, type RunStatus, type RunView } from "#lib/runs/schema.ts";

const t = translator(chat);

export type AnswerActions = {
  readonly onWhy: (decision: RoutingDecision) => void;
  readonly onRetry: () => void;
  /** Left out where the conversation stays with one tool. */
  readonly onUseTool?: ((toolSlug: string) => void) | undefined;
  /** A run that is followed says what has become of it. */
  readonly onStatus: (runId: string, status: RunStatus) => void;
};

/** The tools that were really called; before any call, the one that was chosen. */
function toolsOf(
  parts: readonly (AssistantPart | undefined)[],
  decision: RoutingDecision | null,
): readonly AnsweringTool[] {
  const called = parts.flatMap((part) =>
    part?.type === "form" || (part?.type === "call" && part.parentCallId === null) ? [part] : [],
  );
  const chosen = decision?.candidates.filter((candidate) => candidate.isChosen).slice(0, 1) ?? [];
  const bySlug = new Map(
    (called.length > 0 ? called : chosen).map(({ toolSlug, toolName }) => [toolSlug, toolName]),
  );
  return [...bySlug].map(([slug, name]) => ({ slug, name }));
}

type FrameProps = {
  readonly message: MessageView;
  readonly isLast: boolean;
  readonly actions: AnswerActions;
  readonly state: Pick<RunState, "parts" | "status" | "decision" | "error">;
  /** The answer goes on after it broke off. */
  readonly onContinued: () => void;
  readonly children?: React.ReactNode;
};

function AnswerFrame({ message, isLast, actions, state, onContinued, children }: FrameProps) {
  const { parts, status, decision } = state;
  const isWorking = status === "running";
  return (
    <article aria-label={t("answer")} className="group/answer flex min-w-0 flex-col gap-3">
      <AnswerHead parts={parts} tools={toolsOf(parts, decision)} isSample={message.source === "sample"} />
      <RunParts
        parts={parts}
        runId={message.run?.id ?? null}
        isWorking={isWorking}
        onUseTool={isLast ? actions.onUseTool : undefined}
      />
      {children}
      {status === "interrupted" && message.run && (
        <InterruptedNotice
          runId={message.run.id}
          error={state.error}
          onContinued={isLast ? onContinued : undefined}
        />
      )}
      {!isWorking && (
        <div className="-ml-2 flex flex-wrap items-center gap-1 transition-ui md:opacity-0 md:focus-within:opacity-100 md:group-hover/answer:opacity-100 md:group-data-last/answer:opacity-100">
          <CopyButton text={textOfParts(parts)} label={t("copyAnswer")} />
          {decision && (
            <Button variant="quiet" size="small" onClick={() => actions.onWhy(decision)}>
              {t("whyThisTool")}
            </Button>
          )}
          {isLast && isFinished(status) && (
            <Button variant="quiet" size="small" onClick={actions.onRetry}>
              {t("retry")}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}

type AnswerProps = Pick<FrameProps, "message" | "isLast" | "actions">;
type ShownProps = Pick<FrameProps, "message" | "isLast" | "actions" | "onContinued">;

function knownState(message: MessageView, run: RunView): RunState {
  return {
    parts: message.parts,
    status: run.status,
    waitingFor: null,
    error: run.error,
    decision: run.decision,
    sequence: run.lastSequence,
  };
}

function LiveAnswer({ run, ...frame }: ShownProps & { readonly run: RunView }) {
  const { onStatus } = frame.actions;
  const { state, connection } = useRun(run.id, knownState(frame.message, run));
  const { status } = state;
  // Tells the page around the answer, which lives outside this subscription.
  useEffect(() => onStatus(run.id, status), [onStatus, run.id, status]);
  return (
    <AnswerFrame {...frame} state={state}>
      {status === "running" && (
        <WaitingLine
          waitingFor={state.waitingFor}
          sequence={state.sequence}
          isWriting={state.parts.at(-1)?.type === "markdown"}
        />
      )}
      {connection === "lost" && <p className="text-caution text-small">{t("lost")}</p>}
      {connection === "session-ended" && (
        <Notice tone="caution" action={<SignInLink />}>
          {t("sessionEnded")}
        </Notice>
      )}
    </AnswerFrame>
  );
}

/** An answer: followed from its beginning while its run goes on or waits, read from the store otherwise. */
export function Answer(props: AnswerProps) {
  const { message } = props;
  const { run } = message;
  // Once followed, an answer stays followed: what is open in it stays open when the run ends.
  const [follows, setFollows] = useState(() => (run !== null && !isFinished(run.status) ? 1 : 0));
  // What was followed to its end is followed anew when it goes on.
  const onContinued = () => setFollows(follows + 1);
  if (run && follows > 0) return <LiveAnswer key={follows} {...props} run={run} onContinued={onContinued} />;
  return (
    <AnswerFrame
      {...props}
      onContinued={onContinued}
      state={{
        parts: message.parts,
        status: run?.status ?? "completed",
        decision: run?.decision ?? null,
        error: run?.error ?? null,
      }}
    />
  );
}
