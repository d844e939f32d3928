"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FocusEvent, type KeyboardEvent, useRef, useState } from "react";
import { useSearchNote } from "#components/catalog/list/use-search-note.ts";
import { useSettled } from "#components/catalog/list/use-settled.ts";
import { AskAnswers } from "#components/home/ask-answers.tsx";
import { chatHref } from "#components/home/chat-href.ts";
import { t } from "#components/home/home-words.ts";
import { moveAmongLinks } from "#components/home/link-focus.ts";
import { suggestionsQuery } from "#components/home/queries.ts";
import { SearchInput } from "#components/ui/search-input.tsx";

const pauseMs = 150;

/** *What do you need to get done?* answers while one types: tools first, then documents, then *Ask in chat*. */
export function AskField() {
  const [words, setWords] = useState("");
  const [isOpen, setOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const router = useRouter();
  const settled = useSettled(words.trim(), pauseMs);
  const suggestions = useQuery(suggestionsQuery(settled));
  const keepSearch = useSearchNote(words);
  const isShown = isOpen && words.trim() !== "";

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && isShown) {
      event.preventDefault();
      setOpen(false);
      field.current?.focus();
      return;
    }
    if (isShown && moveAmongLinks(event, field.current, list.current)) return;
    if (event.key === "Enter" && event.target === field.current && words.trim() !== "") {
      event.preventDefault();
      keepSearch();
      router.push(chatHref(words.trim()));
    }
  };
  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  return (
    <search className="relative" onKeyDown={onKeyDown} onBlur={onBlur}>
      <SearchInput
        ref={field}
        size="large"
        aria-label={t("ask")}
        aria-controls="ask-answers"
        placeholder={t("ask")}
        maxLength={500}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
      />
      <div ref={list} id="ask-answers" className="layer-bar absolute inset-x-0 top-full pt-1">
        {isShown && (
          <AskAnswers
            words={words.trim()}
            suggestions={suggestions.data ?? null}
            isSearching={suggestions.isFetching || settled !== words.trim()}
            hasFailed={suggestions.isError}
            onChoose={keepSearch}
          />
        )}
      </div>
    </search>
  );
}
