"use client";

import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, type RefObject, useState } from "react";
import { completeMention, mentionAt } from "#components/chat/mention.ts";
import { mentionQuery } from "#components/chat/queries.ts";

/** The list of tools under an @: what it holds, which entry is chosen, and the keys that move in it. */
export function useMention(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  onTextChange: (text: string) => void,
) {
  const [mention, setMention] = useState<{ start: number; words: string } | null>(null);
  const [chosen, setChosen] = useState(0);
  const { data } = useQuery({ ...mentionQuery(mention?.words ?? ""), enabled: mention !== null });
  const tools = mention ? (data?.tools ?? []) : [];

  const complete = (slug: string) => {
    if (!mention) return;
    const next = completeMention(text, mention, slug);
    onTextChange(next.text);
    setMention(null);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(next.caret, next.caret);
    });
  };

  /** True when the key was meant for the list. */
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (!mention) return false;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const tool = tools[chosen];
    if (event.key === "Escape") setMention(null);
    else if (step !== 0 && tools.length > 0) setChosen((chosen + step + tools.length) % tools.length);
    else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey && tool) complete(tool.slug);
    else return false;
    event.preventDefault();
    return true;
  };

  return {
    isOpen: mention !== null && data !== undefined,
    tools,
    chosen,
    setChosen,
    complete,
    onKey,
    read: (value: string, caret: number) => {
      setMention(mentionAt(value, caret));
      setChosen(0);
    },
    close: () => setMention(null),
  };
}
