"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { chatKeys } from "#components/chat/keys.ts";
import { sendMessage } from "#components/chat/mutations.ts";
import { conversationQuery } from "#components/chat/queries.ts";
import { stopRun } from "#components/runs/mutations.ts";
import type { MessageView } from "#lib/chat/schema.ts";
import type { RunStatus } from "#lib/runs/schema.ts";

const noMessages: readonly MessageView[] = [];

/** The turns of a conversation that lives on the page where it was begun; `begin` makes it with the first message. */
export function useBoundTurns(begin: () => Promise<{ id: string }>) {
  const queries = useQueryClient();
  const [conversationId, setConversationId] = useState<string | null>(null);
  const [followed, setFollowed] = useState<{ runId: string; status: RunStatus } | null>(null);
  const { data } = useQuery({
    ...conversationQuery(conversationId ?? ""),
    enabled: conversationId !== null,
  });
  const messages = data?.messages ?? noMessages;

  const send = useMutation({
    mutationFn: async ({ id, text }: { id: string; text: string }) => {
      const place = conversationId ?? (await begin()).id;
      await sendMessage(place, { id, text, parentId: messages.at(-1)?.id ?? null });
      setConversationId(place);
      await queries.invalidateQueries({ queryKey: chatKeys.detail(place) });
      await queries.ensureQueryData(conversationQuery(place));
    },
  });
  const stop = useMutation({ mutationFn: stopRun });
  const onStatus = useCallback(
    (runId: string, status: RunStatus) => {
      setFollowed((before) =>
        before?.runId === runId && before.status === status ? before : { runId, status },
      );
      if (status !== "running") void queries.invalidateQueries({ queryKey: chatKeys.details() });
    },
    [queries],
  );

  const { mutateAsync } = send;
  const run = messages.at(-1)?.run ?? null;
  const status = run && followed?.runId === run.id ? followed.status : (run?.status ?? null);
  const sent = send.variables;
  return {
    messages,
    send: useCallback((text: string) => mutateAsync({ id: crypto.randomUUID(), text }), [mutateAsync]),
    isSending: send.isPending,
    error: send.error,
    /** What was just sent, until the server's own copy is there. */
    echo: send.isPending && sent && !messages.some(({ id }) => id === sent.id) ? sent.text : null,
    status,
    wasFollowed: run !== null && followed?.runId === run.id,
    stop: run && status === "running" ? () => stop.mutate(run.id) : null,
    isStopping: stop.isPending,
    onStatus,
    /** Leaves the conversation behind; the next message begins another. */
    clear: () => {
      setConversationId(null);
      send.reset();
    },
  };
}
