"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowUp, Square } from "lucide-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { mentionQuery } from "#components/chat/queries.ts";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { longestMessage } from "#lib/chat/schema.ts";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(chat);

/** The word after an at sign in which the caret stands, or null. */
export function mentionAt(text: string, caret: number): { start: number; words: string } | null {
  const match = /(?:^|[\s(])@([\p{L}\p{N}-]*)$/u.exec(text.slice(0, caret));
  const words = match?.[1];
  return words === undefined ? null : { start: caret - words.length - 1, words };
}

type ComposerProps = {
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  readonly onSend: () => void;
  readonly onStop: (() => void) | null;
  readonly isSending: boolean;
  readonly problem: React.ReactNode;
  readonly children: React.ReactNode;
};

/** Where a message is written: grows with its text, Enter sends, Shift+Enter breaks the line, @ names a tool. */
export function Composer({
  text,
  onTextChange,
  onSend,
  onStop,
  isSending,
  problem,
  children,
}: ComposerProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [mention, setMention] = useState<{ start: number; words: string } | null>(null);
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const { data } = useQuery({ ...mentionQuery(mention?.words ?? ""), enabled: mention !== null });
  const tools = mention ? (data?.tools ?? []) : [];
  const isTooLong = text.length > longestMessage;
  const canSend = text.trim() !== "" && !isTooLong && !isSending;

  const complete = (slug: string) => {
    if (!mention) return;
    const caret = field.current?.selectionStart ?? text.length;
    const before = `${text.slice(0, mention.start)}@${slug} `;
    onTextChange(before + text.slice(caret).replace(/^\s/, ""));
    setMention(null);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(before.length, before.length);
    });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (tools.length > 0) {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        setChosen((chosen + (event.key === "ArrowDown" ? 1 : tools.length - 1)) % tools.length);
        return;
      }
      if (event.key === "Enter" || event.key === "Tab") {
        event.preventDefault();
        complete(tools[chosen]?.slug ?? tools[0]?.slug ?? "");
        return;
      }
    }
    if (event.key === "Escape" && mention) {
      event.preventDefault();
      setMention(null);
      return;
    }
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      if (canSend && !onStop) onSend();
    }
  };

  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (canSend && !onStop) onSend();
      }}
    >
      {problem}
      <div className="relative rounded-card border border-border-strong bg-surface focus-within:border-accent">
        {mention && (
          <ul
            id={listId}
            role="listbox"
            aria-label={t("toolLabel")}
            className="float absolute bottom-full left-0 mb-2 max-h-80 w-full max-w-100 overflow-y-auto rounded-card p-1"
          >
            {tools.length === 0 && <li className="px-3 py-2 text-muted">{t("noTool")}</li>}
            {tools.map((tool, at) => (
              <li
                key={tool.slug}
                id={`${listId}-${at}`}
                role="option"
                aria-selected={at === chosen}
                className={cn("cursor-pointer rounded-control px-3 py-2", at === chosen && "bg-accent-soft")}
                onPointerDown={(event) => {
                  event.preventDefault();
                  complete(tool.slug);
                }}
                onPointerEnter={() => setChosen(at)}
              >
                <span className="flex justify-between gap-2">
                  <span className="font-semibold">{tool.name}</span>
                  <span className="text-muted text-small">{tool.ready}</span>
                </span>
                <span className="line-clamp-1 text-muted text-small">{tool.purpose}</span>
              </li>
            ))}
          </ul>
        )}
        <textarea
          ref={field}
          value={text}
          rows={1}
          aria-label={t("composerLabel")}
          aria-autocomplete="list"
          aria-expanded={mention !== null}
          aria-controls={mention ? listId : undefined}
          aria-activedescendant={mention && tools.length > 0 ? `${listId}-${chosen}` : undefined}
          role="combobox"
          placeholder={t("placeholder")}
          className="field-sizing-content block max-h-[40dvh] min-h-12 w-full resize-none bg-transparent px-4 py-3 pr-14 outline-none placeholder:text-faint"
          onKeyDown={onKeyDown}
          onChange={(event) => {
            onTextChange(event.target.value);
            setMention(mentionAt(event.target.value, event.target.selectionStart));
            setChosen(0);
          }}
          onBlur={() => setMention(null)}
        />
        <div className="absolute right-2 bottom-2">
          {onStop ? (
            <Button variant="secondary" size="icon" aria-label={t("stop")} onClick={onStop}>
              <Square aria-hidden="true" />
            </Button>
          ) : (
            <Button type="submit" variant="primary" size="icon" aria-label={t("send")} disabled={!canSend}>
              <ArrowUp aria-hidden="true" />
            </Button>
          )}
        </div>
      </div>
      {isTooLong && <p className="text-danger text-small">{t("tooLong", { count: longestMessage })}</p>}
      <div className="flex items-center gap-2 overflow-x-auto">{children}</div>
    </form>
  );
}
