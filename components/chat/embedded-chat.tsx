"use client";

import { useCallback, useMemo, useState } from "react";
import { AnswerAnnouncer } from "#components/chat/answer-announcer.tsx";
import { EmbeddedComposer } from "#components/chat/embedded-composer.tsx";
import { OwnMessage, Thread } from "#components/chat/thread.tsx";
import { useBoundTurns } from "#components/chat/use-bound-turns.ts";
import { useTurnScroll } from "#components/chat/use-turn-scroll.ts";
import { DecisionTable } from "#components/runs/decision-table.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { ApiError } from "#lib/http/api-error.ts";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";
import type { RoutingDecision } from "#lib/routing/schema.ts";

const t = translator(chat);

type EmbeddedChatProps = {
  readonly label: string;
  readonly placeholder: string;
  /** Requests to begin with. */
  readonly examples: readonly string[];
  /** Makes the conversation, with the first message. */
  readonly begin: () => Promise<{ id: string }>;
};

/** A conversation with one tool on a page of its own: its turns, and where the next one is written. */
export function EmbeddedChat({ label, placeholder, examples, begin }: EmbeddedChatProps) {
  const turns = useBoundTurns(begin);
  const scroll = useTurnScroll();
  const [decision, setDecision] = useState<RoutingDecision | null>(null);
  const { messages, echo, error, onStatus } = turns;
  const asked = messages.findLast((message) => message.role === "user")?.text ?? "";
  const { toTurn } = scroll;
  const { send } = turns;
  const submit = useCallback(
    (text: string) => {
      toTurn();
      return send(text);
    },
    [send, toTurn],
  );
  // What goes wrong is said above the composer.
  const askNow = useCallback((text: string) => void submit(text).catch(() => undefined), [submit]);
  const actions = useMemo(
    () => ({ onWhy: setDecision, onRetry: () => askNow(asked), onStatus }),
    [askNow, asked, onStatus],
  );

  return (
    <section aria-label={label} className="flex min-h-0 min-w-0 flex-1 flex-col gap-3">
      <div
        ref={scroll.box}
        onScroll={scroll.onScroll}
        className="flex min-h-48 flex-1 flex-col gap-6 overflow-y-auto"
      >
        {messages.length === 0 && echo === null && (
          <ul className="flex flex-col items-start gap-2">
            {examples.map((example) => (
              <li key={example} className="max-w-full">
                <Button
                  className="h-auto min-h-control max-w-full whitespace-normal py-1 text-left"
                  onClick={() => askNow(example)}
                >
                  {example}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <Thread messages={messages} actions={actions} />
        {echo !== null && (
          <>
            <OwnMessage text={echo} isSending />
            <p className="text-muted text-small">{t("thinking")}</p>
          </>
        )}
      </div>
      <AnswerAnnouncer message={messages.at(-1)} status={turns.status} wasFollowed={turns.wasFollowed} />
      {error && (
        <Notice tone="danger" title={error.message}>
          {error instanceof ApiError ? error.mend : null}
        </Notice>
      )}
      <EmbeddedComposer
        placeholder={placeholder}
        onSend={submit}
        onStop={turns.stop}
        isSending={turns.isSending}
        isStopping={turns.isStopping}
      />
      {messages.length > 0 && (
        <Button variant="quiet" size="small" className="self-start" onClick={turns.clear}>
          {t("newChat")}
        </Button>
      )}
      <Sheet
        open={decision !== null}
        onOpenChange={(open) => !open && setDecision(null)}
        title={t("whyThisTool")}
      >
        {decision && <DecisionTable decision={decision} />}
      </Sheet>
    </section>
  );
}
