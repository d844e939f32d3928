"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { chatKeys } from "#components/chat/keys.ts";
import { deleteConversation, restoreConversation } from "#components/chat/mutations.ts";
import { RenameDialog } from "#components/chat/rename-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { DropdownMenu, MenuItem } from "#components/ui/dropdown-menu.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { Time } from "#components/ui/time.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import type { ConversationSummary } from "#lib/chat/schema.ts";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(chat);

function StatusWord({ status }: { status: ConversationSummary["runStatus"] }) {
  if (status === "running") return <span>{t("answering")}</span>;
  if (status === "waiting-approval" || status === "waiting-input")
    return <span className="text-caution">{t("waitsForYou")}</span>;
  return null;
}

/** Deletes a conversation, with a toast that brings it back. */
function useDelete(conversation: ConversationSummary, isCurrent: boolean) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: chatKeys.lists() });
  const onError = (error: Error) => showToast({ tone: "danger", title: error.message });
  const restore = useMutation({
    mutationFn: () => restoreConversation(conversation.id),
    onSuccess: refresh,
    onError,
  });
  return useMutation({
    mutationFn: () => deleteConversation(conversation.id),
    onSuccess: async () => {
      await refresh();
      if (isCurrent) router.push("/chat");
      showToast({
        title: t("deleted"),
        description: conversation.title,
        action: { label: t("undo"), onSelect: () => restore.mutate() },
      });
    },
    onError,
  });
}

type ConversationRowProps = {
  readonly conversation: ConversationSummary;
  readonly isCurrent: boolean;
  readonly onOpen: (() => void) | undefined;
};

/** A conversation in the list, with what can be done to it. */
export function ConversationRow({ conversation, isCurrent, onOpen }: ConversationRowProps) {
  const [isRenaming, setRenaming] = useState(false);
  const remove = useDelete(conversation, isCurrent);
  return (
    <li
      className={cn("group/row relative rounded-control", isCurrent ? "bg-accent-soft" : "hover:bg-surface")}
    >
      <Link
        href={`/chat/${conversation.id}`}
        aria-current={isCurrent ? "page" : undefined}
        className="flex min-w-0 flex-col rounded-control px-3 py-2 max-md:pr-12"
        onClick={onOpen}
      >
        <span className="truncate">{conversation.title}</span>
        <span className="flex items-center gap-2 text-muted text-small">
          <Time value={conversation.updatedAt} mode="relative" />
          <StatusWord status={conversation.runStatus} />
          {conversation.source === "sample" && <SampleChip />}
        </span>
      </Link>
      <span className="absolute top-1.5 right-1 rounded-control transition-ui focus-within:opacity-100 group-hover/row:opacity-100 md:bg-sunken md:opacity-0 md:has-data-[state=open]:opacity-100">
        <DropdownMenu
          label={conversation.title}
          trigger={
            <Button variant="quiet" size="icon" aria-label={t("actionsFor", { title: conversation.title })}>
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
