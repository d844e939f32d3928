"use client";

import { PanelLeft } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { ConversationList } from "#components/chat/conversation-list.tsx";
import { Button } from "#components/ui/button.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import type { ConversationView } from "#lib/chat/schema.ts";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(chat);

type ThreadHeaderProps = { readonly title: string; readonly conversation: ConversationView | null };

/** Which conversation this is; where the list does not fit beside it, the way to the list. */
export function ThreadHeader({ title, conversation }: ThreadHeaderProps) {
  const [isListOpen, setListOpen] = useState(false);
  return (
    <header className="flex min-h-11 items-center gap-2 border-b px-4 py-1">
      <Sheet
        open={isListOpen}
        onOpenChange={setListOpen}
        side="left"
        title={t("conversations")}
        trigger={
          <Button variant="quiet" size="icon" aria-label={t("open")} className="-ml-2 lg:hidden">
            <PanelLeft aria-hidden="true" />
          </Button>
        }
      >
        <ConversationList onOpen={() => setListOpen(false)} />
      </Sheet>
      <h1 className="min-w-0 truncate font-semibold">{title}</h1>
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
  );
}
