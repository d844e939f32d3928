"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { SquarePen } from "lucide-react";
import { useParams } from "next/navigation";
import { useDeferredValue, useState } from "react";
import { ConversationRow } from "#components/chat/conversation-row.tsx";
import { conversationListQuery } from "#components/chat/queries.ts";
import { LoadFailure } from "#components/layout/load-failure.tsx";
import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { Loading, SkeletonRows } from "#components/ui/skeleton.tsx";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(chat);

/** The person's conversations, newest first, with search, rename and delete. */
export function ConversationList({ onOpen }: { onOpen?: () => void }) {
  const { conversationId } = useParams<{ conversationId?: string }>();
  const [words, setWords] = useState("");
  const sought = useDeferredValue(words);
  const list = useInfiniteQuery(conversationListQuery(sought));
  const conversations = list.data?.pages.flatMap((page) => page.conversations) ?? [];
  const isEmpty = list.isSuccess && conversations.length === 0;
  return (
    <nav aria-label={t("conversations")} className="flex h-full min-h-0 flex-col gap-3">
      <div className="flex items-center gap-2">
        <div className="min-w-0 flex-1">
          <SearchInput
            value={words}
            aria-label={t("searchConversations")}
            placeholder={t("search")}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
        <LinkButton href="/chat" onClick={onOpen}>
          <SquarePen aria-hidden="true" />
          {t("newChat")}
        </LinkButton>
      </div>
      {list.isPending && (
        <Loading label={t("conversations")}>
          <SkeletonRows rows={6} />
        </Loading>
      )}
      {list.error && (
        <LoadFailure title={t("listFailed")} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {isEmpty && <p className="px-3 text-muted">{t(sought ? "nothingFound" : "noConversations")}</p>}
      <ul className="flex min-h-0 flex-1 flex-col gap-0.5 overflow-y-auto">
        {conversations.map((conversation) => (
          <ConversationRow
            key={conversation.id}
            conversation={conversation}
            isCurrent={conversation.id === conversationId}
            onOpen={onOpen}
          />
        ))}
        {list.hasNextPage && (
          <li className="p-2">
            <Button
              variant="quiet"
              wide
              pending={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t("more")}
            </Button>
          </li>
        )}
      </ul>
    </nav>
  );
}
