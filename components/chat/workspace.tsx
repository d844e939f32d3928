"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { PanelLeft } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { Answer } from "#components/chat/answer.tsx";
import { Composer } from "#components/chat/composer.tsx";
import { ComposerChips } from "#components/chat/composer-chips.tsx";
import { ConversationList } from "#components/chat/conversation-list.tsx";
import { chatKeys } from "#components/chat/keys.ts";
import { createConversation, sendMessage } from "#components/chat/mutations.ts";
import { conversationQuery } from "#components/chat/queries.ts";
import { useDraft } from "#components/chat/use-draft.ts";
import { usePinnedScroll } from "#components/chat/use-pinned-scroll.ts";
import { DecisionTable } from "#components/runs/decision-table.tsx";
import { stopRun } from "#components/runs/mutations.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import type { ConversationView, MessageView } from "#lib/chat/schema.ts";
import type { DataClass } from "#lib/data-class.ts";
import { ApiError } from "#lib/http/api-client.ts";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";
import type { RoutingDecision } from "#lib/routing/schema.ts";

const t = translator(chat);

export type Starter = { readonly text: string; readonly toolSlug: string; readonly toolName: string };
export type ChatTool = { readonly slug: string; readonly name: string };

type WorkspaceProps = {
  /** Null for a new conversation. */
  readonly conversationId: string | null;
  readonly starters: readonly Starter[];
  /** The tool of a new conversation, from `?tool=`. */
  readonly tool: ChatTool | null;
  /** Text that the composer begins with, from `?ask=`. */
  readonly ask: string;
  readonly models: readonly { readonly alias: string; readonly label: string }[];
};

function UserMessage({ message }: { message: MessageView }) {
  return (
    <div className="flex flex-col items-end gap-1">
      <div className="max-w-[80%] whitespace-pre-wrap break-words rounded-card bg-sunken px-4 py-2">
        {message.text}
      </div>
      {message.source === "sample" && <SampleChip />}
    </div>
  );
}

function Starters({
  starters,
  onPick,
}: {
  starters: readonly Starter[];
  onPick: (starter: Starter) => void;
}) {
  if (starters.length === 0) return null;
  return (
    <section className="flex flex-col gap-3" aria-label={t("starters")}>
      <h2 className="text-lead">{t("starters")}</h2>
      <p className="text-muted text-small">{t("startersHint")}</p>
      <ul className="grid gap-2 md:grid-cols-2">
        {starters.map((starter) => (
          <li key={starter.text}>
            <button
              type="button"
              className="flex h-full w-full flex-col gap-1 rounded-card border bg-surface px-4 py-3 text-left transition-ui hover:border-border-strong"
              onClick={() => onPick(starter)}
            >
              <span>{starter.text}</span>
              <span className="text-muted text-small">{starter.toolName}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The chat: conversation list, thread, composer, and the panel that says why a tool was chosen. */
export function ChatWorkspace({ conversationId, starters, tool, ask, models }: WorkspaceProps) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const {
    data: conversation,
    error: loadError,
    refetch,
  } = useQuery({ ...conversationQuery(conversationId ?? ""), enabled: conversationId !== null });
  const [text, setText, clearDraft] = useDraft(conversationId ?? "new", ask);
  const [settings, setSettings] = useState<{
    tool: ChatTool | null;
    dataClass: DataClass;
    modelAlias: string | null;
  }>({ tool, dataClass: "internal", modelAlias: null });
  const [decision, setDecision] = useState<RoutingDecision | null>(null);
  const [isListOpen, setListOpen] = useState(false);

  const messages = conversation?.messages ?? [];
  const last = messages.at(-1);
  const isAnswering = last?.run?.status === "running";
  const runId = last?.run?.id ?? null;
  const pin = usePinnedScroll(messages.length);

  const refresh = useCallback(async () => {
    await queryClient.invalidateQueries({ queryKey: chatKeys.all });
  }, [queryClient]);

  const send = useMutation({
    mutationFn: async (words: string) => {
      const id =
        conversationId ??
        (
          await createConversation({
            tool: settings.tool?.slug ?? null,
            dataClass: settings.dataClass,
            modelAlias: settings.modelAlias,
          })
        ).id;
      await sendMessage(id, { id: crypto.randomUUID(), text: words, parentId: last?.id ?? null });
      return id;
    },
    onSuccess: async (id) => {
      clearDraft();
      if (id !== conversationId) {
        await queryClient.prefetchQuery(conversationQuery(id));
        router.push(`/chat/${id}`);
        await queryClient.invalidateQueries({ queryKey: chatKeys.lists() });
      } else await refresh();
    },
  });
  const stop = useMutation({ mutationFn: (id: string) => stopRun(id), onSettled: refresh });
  const sendError = send.error instanceof ApiError ? send.error : null;

  const submit = (words: string) => {
    pin.toEnd();
    send.mutate(words);
  };
  const askedBefore = messages.findLast((message) => message.role === "user")?.text ?? "";
  const retry = () => submit(askedBefore);
  const askWith = (slug: string) => {
    setDecision(null);
    submit(`@${slug} ${askedBefore.replace(/(?<![\w@])@[a-z0-9-]+\s*/g, "")}`);
  };

  return (
    <div className="flex h-shell min-h-0 w-full">
      <aside className="w-66 shrink-0 border-r bg-sunken p-3 max-lg:hidden">
        <ConversationList currentId={conversationId} />
      </aside>
      <div className="flex min-w-0 flex-1 flex-col">
        <header className="flex items-center gap-2 border-b px-4 py-2">
          <Sheet
            open={isListOpen}
            onOpenChange={setListOpen}
            side="left"
            title={t("conversations")}
            trigger={
              <Button variant="quiet" size="icon" aria-label={t("open")} className="lg:hidden">
                <PanelLeft aria-hidden="true" />
              </Button>
            }
          >
            <ConversationList currentId={conversationId} />
          </Sheet>
          <h1 className="min-w-0 truncate font-semibold">
            {conversation?.title || (conversationId ? t("title") : t("newChat"))}
          </h1>
          {conversation?.source === "sample" && <SampleChip />}
          {conversation?.tool && (
            <Link
              href={`/catalog/${conversation.tool.slug}`}
              className="ml-auto shrink-0 text-accent text-small hover:text-accent-hover"
            >
              {conversation.tool.name}
            </Link>
          )}
        </header>
        <div ref={pin.box} className="min-h-0 flex-1 overflow-y-auto" onScroll={pin.onScroll}>
          <div
            className="mx-auto flex max-w-thread flex-col gap-6 px-4 py-6"
            aria-live="polite"
            aria-relevant="additions"
          >
            {loadError && (
              <ErrorState
                title={loadError.message}
                action={<Button onClick={() => void refetch()}>Try again</Button>}
              >
                {loadError instanceof ApiError ? loadError.mend : null}
              </ErrorState>
            )}
            {conversationId === null && (
              <Starters starters={starters} onPick={(starter) => submit(starter.text)} />
            )}
            <Thread messages={messages} onWhy={setDecision} onRetry={retry} onFinished={refresh} />
            {send.isPending && <UserEcho text={send.variables} conversation={conversation} />}
          </div>
        </div>
        <div className="mx-auto w-full max-w-thread px-4 pt-1 pb-4">
          <Composer
            text={text}
            onTextChange={setText}
            onSend={() => submit(text)}
            onStop={isAnswering && runId ? () => stop.mutate(runId) : null}
            isSending={send.isPending}
            problem={
              sendError && (
                <Notice tone="danger" title={sendError.message}>
                  {sendError.mend}
                </Notice>
              )
            }
          >
            <ComposerChips
              conversation={conversation ?? null}
              settings={settings}
              onSettings={setSettings}
              models={models}
              onChanged={refresh}
            />
          </Composer>
        </div>
      </div>
      <Sheet
        open={decision !== null}
        onOpenChange={(open) => !open && setDecision(null)}
        title={t("whyThisTool")}
      >
        {decision && <DecisionTable decision={decision} onUse={askWith} />}
      </Sheet>
    </div>
  );
}

/** What was just sent, until the server's own copy is there. */
function UserEcho({ text, conversation }: { text: string; conversation: ConversationView | undefined }) {
  const isStored = conversation?.messages.some(
    (message) => message.role === "user" && message.text === text.trim(),
  );
  if (isStored) return null;
  return (
    <div className="flex justify-end">
      <div className="max-w-[80%] whitespace-pre-wrap break-words rounded-card bg-sunken px-4 py-2 opacity-70">
        {text}
      </div>
    </div>
  );
}

type ThreadProps = {
  readonly messages: readonly MessageView[];
  readonly onWhy: (decision: RoutingDecision) => void;
  readonly onRetry: () => void;
  readonly onFinished: () => void;
};

function Thread({ messages, onWhy, onRetry, onFinished }: ThreadProps) {
  const lastId = messages.at(-1)?.id;
  return messages.map((message) =>
    message.role === "user" ? (
      <UserMessage key={message.id} message={message} />
    ) : (
      <Answer
        key={message.id}
        message={message}
        isLast={message.id === lastId}
        onWhy={onWhy}
        onRetry={onRetry}
        onFinished={onFinished}
      />
    ),
  );
}
