"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { ArrowDown } from "lucide-react";
import { useCallback, useMemo, useState } from "react";
import { AnswerAnnouncer } from "#components/chat/answer-announcer.tsx";
import type { ChatModel, ChatSettings, ChatTool } from "#components/chat/composer-chips.tsx";
import { ComposerPane } from "#components/chat/composer-pane.tsx";
import { withoutMentions } from "#components/chat/mention.ts";
import { changeConversation } from "#components/chat/mutations.ts";
import { conversationQuery } from "#components/chat/queries.ts";
import { type Starter, Starters } from "#components/chat/starters.tsx";
import { OwnMessage, Thread } from "#components/chat/thread.tsx";
import { ThreadHeader } from "#components/chat/thread-header.tsx";
import { useTurnScroll } from "#components/chat/use-turn-scroll.ts";
import { useTurns } from "#components/chat/use-turns.ts";
import { LoadFailure } from "#components/layout/load-failure.tsx";
import { DecisionTable } from "#components/runs/decision-table.tsx";
import { Button } from "#components/ui/button.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import type { MessageView } from "#lib/chat/schema.ts";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";
import type { RoutingDecision } from "#lib/routing/schema.ts";

const t = translator(chat);
const noMessages: readonly MessageView[] = [];

type WorkspaceProps = {
  /** Null for a new conversation. */
  readonly conversationId: string | null;
  readonly starters: readonly Starter[];
  /** The tool of a new conversation, from `?tool=`. */
  readonly tool: ChatTool | null;
  /** Text that the composer begins with, from `?ask=`. */
  readonly ask: string;
  readonly models: readonly ChatModel[];
};

/** A conversation: its turns, the composer, and the panel that says why a tool was chosen. */
export function ChatWorkspace({ conversationId, starters, tool, ask, models }: WorkspaceProps) {
  const {
    data: conversation,
    error: loadError,
    refetch,
  } = useQuery({ ...conversationQuery(conversationId ?? ""), enabled: conversationId !== null });
  const [chosen, setChosen] = useState<ChatSettings>({ tool, dataClass: "internal", modelAlias: null });
  const [decision, setDecision] = useState<RoutingDecision | null>(null);

  const settings: ChatSettings = conversation ?? chosen;
  const messages = conversation?.messages ?? noMessages;
  const turns = useTurns(conversationId, messages, settings);
  const scroll = useTurnScroll();
  const { send, onStatus, refresh } = turns;
  const { toTurn } = scroll;

  const submit = useCallback(
    async (text: string) => {
      toTurn();
      await send(text);
    },
    [send, toTurn],
  );
  // What goes wrong is said above the composer.
  const askNow = useCallback((text: string) => void submit(text).catch(() => undefined), [submit]);
  const asked = messages.findLast((message) => message.role === "user")?.text ?? "";
  const actions = useMemo(
    () => ({
      onWhy: setDecision,
      onRetry: () => askNow(asked),
      onUseTool: (slug: string) => {
        setDecision(null);
        askNow(`@${slug} ${withoutMentions(asked)}`);
      },
      onStatus,
    }),
    [askNow, asked, onStatus],
  );
  const change = useMutation({
    mutationFn: async (next: ChatSettings) => {
      if (!conversationId) setChosen(next);
      else {
        const { dataClass, modelAlias } = next;
        await changeConversation(conversationId, { tool: next.tool?.slug ?? null, dataClass, modelAlias });
        await refresh();
      }
    },
    onError: (error) => showToast({ tone: "danger", title: t("changeFailed"), description: error.message }),
  });

  return (
    <div className="flex min-w-0 flex-1 flex-col">
      <ThreadHeader
        title={conversation?.title || t(conversationId ? "title" : "newChat")}
        conversation={conversation ?? null}
      />
      <div className="relative min-h-0 flex-1">
        <section
          ref={scroll.box}
          aria-label={t("thread")}
          className="h-full overflow-y-auto"
          onScroll={scroll.onScroll}
        >
          <div className="mx-auto flex max-w-thread flex-col gap-6 px-4 py-6">
            {loadError && <LoadFailure error={loadError} onRetry={() => void refetch()} />}
            {conversationId === null && turns.echo === null && (
              <Starters starters={starters} onPick={askNow} />
            )}
            <Thread messages={messages} actions={actions} />
            {turns.echo !== null && (
              <>
                <OwnMessage text={turns.echo} isSending />
                <p className="text-muted text-small">{t("thinking")}</p>
              </>
            )}
          </div>
        </section>
        {scroll.below !== "nothing" && (
          <div className="pointer-events-none absolute inset-x-0 bottom-2 flex justify-center">
            <Button className="pointer-events-auto rounded-full shadow-float" onClick={scroll.toEnd}>
              <ArrowDown aria-hidden="true" />
              {t(scroll.below === "card" ? "toCard" : "toEnd")}
            </Button>
          </div>
        )}
      </div>
      <AnswerAnnouncer message={messages.at(-1)} status={turns.status} wasFollowed={turns.wasFollowed} />
      <ComposerPane
        place={conversationId ?? "new"}
        initial={ask}
        onSend={submit}
        onStop={turns.stop}
        isStopping={turns.isStopping}
        isSending={turns.isSending}
        error={turns.sendError}
        settings={settings}
        models={models}
        onSettings={change.mutate}
      />
      <Sheet
        open={decision !== null}
        onOpenChange={(open) => !open && setDecision(null)}
        title={t("whyThisTool")}
      >
        {decision && <DecisionTable decision={decision} onUse={actions.onUseTool} />}
      </Sheet>
    </div>
  );
}
