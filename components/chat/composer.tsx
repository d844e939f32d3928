"use client";

import { ArrowUp, Square } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import { MentionList } from "#components/chat/mention-list.tsx";
import { useMention } from "#components/chat/use-mention.ts";
import { Button } from "#components/ui/button.tsx";
import { longestMessage } from "#lib/chat/schema.ts";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(chat);

type ComposerProps = {
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  readonly onSend: () => void;
  /** Set while an answer is being made. */
  readonly onStop: (() => void) | null;
  readonly isStopping: boolean;
  readonly isSending: boolean;
  readonly children: React.ReactNode;
};

/** Where a message is written: grows with its text, Enter sends, Shift+Enter breaks the line, @ names a tool. */
export function Composer(props: ComposerProps) {
  const { text, onTextChange, onSend, onStop, isStopping, isSending, children } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const mention = useMention(field, text, onTextChange);
  const isTooLong = text.length > longestMessage;
  const canSend = text.trim() !== "" && !isTooLong && !isSending && onStop === null;

  // On a touch screen the focus would open the keyboard over the thread.
  useEffect(() => {
    if (matchMedia("(pointer: fine)").matches) field.current?.focus({ preventScroll: true });
  }, []);

  const send = () => {
    if (canSend) onSend();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || mention.onKey(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      send();
    }
  };
  // Only while there is a list is the field more than a field.
  const combobox = mention.isOpen
    ? ({
        role: "combobox",
        "aria-expanded": true,
        "aria-autocomplete": "list",
        "aria-controls": listId,
        ...(mention.tools.length > 0 ? { "aria-activedescendant": `${listId}-${mention.chosen}` } : {}),
      } as const)
    : {};

  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="relative rounded-card border border-border-strong bg-surface has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:outline-accent">
        {mention.isOpen && (
          <MentionList
            id={listId}
            tools={mention.tools}
            chosen={mention.chosen}
            onChoose={mention.complete}
            onPoint={mention.setChosen}
          />
        )}
        <textarea
          {...combobox}
          ref={field}
          value={text}
          rows={1}
          aria-label={t("composerLabel")}
          placeholder={t("placeholder")}
          className="field-sizing-content block max-h-[40dvh] min-h-12 w-full resize-none bg-transparent px-4 py-3 pr-14 outline-none"
          onKeyDown={onKeyDown}
          onChange={(event) => {
            onTextChange(event.target.value);
            mention.read(event.target.value, event.target.selectionStart);
          }}
          onBlur={mention.close}
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
      <div className="scrollbar-none flex min-h-8 items-center gap-1 overflow-x-auto">{children}</div>
    </form>
  );
}
