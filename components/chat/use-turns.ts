"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useCallback, useRef, useState, useTransition } from "react";
import type { ChatSettings } from "#components/chat/composer-chips.tsx";
import { chatKeys } from "#components/chat/keys.ts";
import { createConversation, sendMessage } from "#components/chat/mutations.ts";
import { conversationQuery } from "#components/chat/queries.ts";
import { stopRun } from "#components/runs/mutations.ts";
import type { MessageView } from "#lib/chat/schema.ts";
import type { RunStatus } from "#lib/runs/schema.ts";

type Outgoing = { readonly id: string; readonly text: string };

/** Sending, stopping, and what the newest run is doing. */
export function useTurns(
  conversationId: string | null,
  messages: readonly MessageView[],
  settings: ChatSettings,
) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [isMoving, startMoving] = useTransition();
  const [followed, setFollowed] = useState<{ runId: string; status: RunStatus } | null>(null);
  // A conversation that was made for a message which then failed takes the next one.
  const made = useRef(conversationId);
  const parentId = messages.at(-1)?.id ?? null;

  const refresh = useCallback(() => queryClient.invalidateQueries({ queryKey: chatKeys.all }), [queryClient]);
  const known = useRef(followed);
  const onStatus = useCallback(
    (runId: string, status: RunStatus) => {
      const before = known.current;
      known.current = { runId, status };
      setFollowed({ runId, status });
      if (before?.runId === runId && before.status !== status) void refresh();
    },
    [refresh],
  );

  const { tool, dataClass, modelAlias } = settings;
  const send = useMutation({
    mutationFn: async ({ id, text }: Outgoing) => {
      made.current ??= (await createConversation({ tool: tool?.slug ?? null, dataClass, modelAlias })).id;
      await sendMessage(made.current, { id, text, parentId });
      return made.current;
    },
    onSuccess: async (id) => {
      if (id === conversationId) await refresh();
      else {
        startMoving(() => router.push(`/chat/${id}`));
        await queryClient.prefetchQuery(conversationQuery(id));
        await queryClient.invalidateQueries({ queryKey: chatKeys.lists() });
      }
    },
  });
  const stop = useMutation({ mutationFn: (runId: string) => stopRun(runId), onSettled: refresh });

  const run = messages.at(-1)?.run ?? null;
  const status = run && followed?.runId === run.id ? followed.status : (run?.status ?? null);
  const isSending = send.isPending || isMoving;
  const sent = send.variables;
  const { mutateAsync } = send;
  return {
    send: useCallback((text: string) => mutateAsync({ id: crypto.randomUUID(), text }), [mutateAsync]),
    sendError: send.error,
    isSending,
    /** What was just sent, until the server's own copy is there. */
    echo: isSending && sent && !messages.some(({ id }) => id === sent.id) ? sent.text : null,
    stop: run && status === "running" ? () => stop.mutate(run.id) : null,
    isStopping: stop.isPending,
    status,
    /** The newest answer was made while somebody looked on. */
    wasFollowed: run !== null && followed?.runId === run.id,
    onStatus,
    refresh,
  };
}
