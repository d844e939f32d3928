"use client";

import { memo } from "react";
import { Answer, type AnswerActions } from "#components/chat/answer.tsx";
import type { MessageView } from "#lib/chat/schema.ts";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(chat);

/** What the person wrote; `isSending` until the server has it. */
export function OwnMessage({ text, isSending = false }: { text: string; isSending?: boolean }) {
  return (
    <div data-turn="" className="flex justify-end">
      <div
        className={`max-w-[80%] whitespace-pre-wrap rounded-card bg-sunken px-4 py-2 wrap-anywhere ${isSending ? "text-muted" : ""}`}
      >
        <span className="sr-only">{t("you")}: </span>
        {text}
      </div>
    </div>
  );
}

type ThreadProps = { readonly messages: readonly MessageView[]; readonly actions: AnswerActions };

/** The turns of a conversation, oldest first. */
export const Thread = memo(function Thread({ messages, actions }: ThreadProps) {
  const lastId = messages.at(-1)?.id;
  return messages.map((message) =>
    message.role === "user" ? (
      <OwnMessage key={message.id} text={message.text} />
    ) : (
      <Answer key={message.id} message={message} isLast={message.id === lastId} actions={actions} />
    ),
  );
});
