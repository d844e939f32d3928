"use client";

import { ArrowUp, Square } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { longestMessage } from "#lib/chat/schema.ts";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(chat);

type EmbeddedComposerProps = {
  readonly placeholder: string;
  /** Rejects when the message was not taken; the text then comes back. */
  readonly onSend: (text: string) => Promise<unknown>;
  readonly onStop: (() => void) | null;
  readonly isSending: boolean;
  readonly isStopping: boolean;
};

/** Where a message to one tool is written. It names no other tools, and leaves the focus where it is. */
export function EmbeddedComposer(props: EmbeddedComposerProps) {
  const { placeholder, onSend, onStop, isSending, isStopping } = props;
  const [text, setText] = useState("");
  const isTooLong = text.length > longestMessage;
  const canSend = text.trim() !== "" && !isTooLong && !isSending && onStop === null;
  const send = () => {
    if (!canSend) return;
    setText("");
    onSend(text).catch(() => setText((typed) => typed || text));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      className="flex flex-col gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="relative rounded-card border border-border-strong bg-surface has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:outline-accent">
        <textarea
          value={text}
          rows={1}
          aria-label={t("composerLabel")}
          placeholder={placeholder}
          className="field-sizing-content block max-h-[40dvh] min-h-12 w-full resize-none bg-transparent px-4 py-3 pr-14 outline-none"
          onKeyDown={onKeyDown}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="absolute right-2 bottom-2 max-md:right-0.5 max-md:bottom-0.5">
          {onStop ? (
            <Button
              size="icon"
              aria-label={t(isStopping ? "stopping" : "stop")}
              pending={isStopping}
              onClick={onStop}
            >
              <Square aria-hidden="true" />
            </Button>
          ) : (
            <Button type="submit" variant="primary" size="icon" aria-label={t("send")} disabled={!canSend}>
              <ArrowUp aria-hidden="true" />
            </Button>
          )}
        </div>
      </div>
      {isTooLong && (
        <p role="alert" className="text-danger text-small">
          {t("tooLong", { count: longestMessage })}
        </p>
      )}
    </form>
  );
}
