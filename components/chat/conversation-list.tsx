"use client";

import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Ellipsis, Pencil, Plus, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useDeferredValue, useState } from "react";
import { chatKeys } from "#components/chat/keys.ts";
import { changeConversation, deleteConversation, restoreConversation } from "#components/chat/mutations.ts";
import { conversationListQuery } from "#components/chat/queries.ts";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { DropdownMenu, MenuItem } from "#components/ui/dropdown-menu.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { Loading, SkeletonRows } from "#components/ui/skeleton.tsx";
import { Time } from "#components/ui/time.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import type { ConversationSummary } from "#lib/chat/schema.ts";
import { ApiError } from "#lib/http/api-client.ts";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(chat);

const statusWords: Readonly<Record<string, string>> = {
  running: "answering",
  "waiting-approval": "waits for you",
  "waiting-input": "waits for you",
};

function RenameDialog({ conversation, onClose }: { conversation: ConversationSummary; onClose: () => void }) {
  const queryClient = useQueryClient();
  const [title, setTitle] = useState(conversation.title);
  const rename = useMutation({
    mutationFn: () => changeConversation(conversation.id, { title }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: chatKeys.all });
      onClose();
    },
  });
  const problem = rename.error instanceof ApiError ? rename.error.message : undefined;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("renameTitle")}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          rename.mutate();
        }}
      >
        <Field id="conversation-title" label={t("titleLabel")} error={problem} required>
          {(control) => (
            <Input
              {...control}
              value={title}
              maxLength={120}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" variant="primary" pending={rename.isPending} disabled={title.trim() === ""}>
          {t("save")}
        </Button>
      </form>
    </Dialog>
  );
}

function ConversationRow({
  conversation,
  isCurrent,
}: {
  conversation: ConversationSummary;
  isCurrent: boolean;
}) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [isRenaming, setRenaming] = useState(false);
  const refresh = () => queryClient.invalidateQueries({ queryKey: chatKeys.lists() });
  const remove = useMutation({
    mutationFn: () => deleteConversation(conversation.id),
    onSuccess: async () => {
      await refresh();
      if (isCurrent) router.push("/chat");
      showToast({
        title: t("deleted"),
        description: conversation.title,
        action: {
          label: t("undo"),
          onSelect: () => {
            void restoreConversation(conversation.id).then(refresh);
          },
        },
      });
    },
    onError: (error) => showToast({ tone: "danger", title: error.message }),
  });
  const status = conversation.runStatus ? statusWords[conversation.runStatus] : undefined;
  return (
    <li
      className={cn(
        "group/row relative flex items-start gap-1 rounded-control",
        isCurrent ? "bg-accent-soft" : "hover:bg-sunken",
      )}
    >
      <Link
        href={`/chat/${conversation.id}`}
        aria-current={isCurrent ? "page" : undefined}
        className="flex min-w-0 flex-1 flex-col px-3 py-2 max-md:min-h-11"
      >
        <span className="truncate">{conversation.title}</span>
        <span className="flex items-center gap-2 text-muted text-small">
          <Time value={conversation.updatedAt} mode="relative" />
          {status && (
            <span className={conversation.runStatus === "running" ? "" : "text-caution"}>{status}</span>
          )}
          {conversation.source === "sample" && <SampleChip />}
        </span>
      </Link>
      <span className="pt-1.5 pr-1 opacity-0 transition-ui focus-within:opacity-100 group-hover/row:opacity-100 max-md:opacity-100">
        <DropdownMenu
          label={conversation.title}
          align="end"
          trigger={
            <Button variant="quiet" size="icon" aria-label={`Actions for ${conversation.title}`}>
              <Ellipsis aria-hidden="true" />
            </Button>
          }
        >
          <MenuItem icon={<Pencil aria-hidden="true" />} onSelect={() => setRenaming(true)}>
            {t("rename")}
          </MenuItem>
          <MenuItem icon={<Trash2 aria-hidden="true" />} danger onSelect={() => remove.mutate()}>
            {t("delete")}
          </MenuItem>
        </DropdownMenu>
      </span>
      {isRenaming && <RenameDialog conversation={conversation} onClose={() => setRenaming(false)} />}
    </li>
  );
}

/** The person's conversations, newest first, with search, rename and delete. */
export function ConversationList({ currentId }: { currentId: string | null }) {
  const [words, setWords] = useState("");
  const sought = useDeferredValue(words);
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } =
    useInfiniteQuery(conversationListQuery(sought));
  const conversations = data?.pages.flatMap((page) => page.conversations) ?? [];
  return (
    <nav aria-label={t("conversations")} className="flex h-full min-h-0 flex-col gap-3">
      <div className="flex items-center gap-2">
        <div className="min-w-0 flex-1">
          <SearchInput
            value={words}
            aria-label={t("searchConversations")}
            placeholder={t("searchConversations")}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
        <LinkButton href="/chat" aria-label={t("newChat")}>
          <Plus aria-hidden="true" />
        </LinkButton>
      </div>
      {isPending && (
        <Loading label={t("conversations")}>
          <SkeletonRows rows={6} />
        </Loading>
      )}
      {error && (
        <ErrorState
          title="The list could not be loaded."
          action={<Button onClick={() => void refetch()}>Try again</Button>}
        >
          {error instanceof ApiError ? error.mend : null}
        </ErrorState>
      )}
      {!isPending && !error && conversations.length === 0 && (
        <p className="px-3 text-muted">{sought ? t("nothingFound") : t("noConversations")}</p>
      )}
      <ul className="flex min-h-0 flex-1 flex-col gap-0.5 overflow-y-auto">
        {conversations.map((conversation) => (
          <ConversationRow
            key={conversation.id}
            conversation={conversation}
            isCurrent={conversation.id === currentId}
          />
        ))}
        {hasNextPage && (
          <li className="p-2">
            <Button variant="quiet" wide pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t("more")}
            </Button>
          </li>
        )}
      </ul>
    </nav>
  );
}
