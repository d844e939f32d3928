"use client";

import { Search } from "lucide-react";
import { Popover as Radix } from "radix-ui";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import type { AuditSearch } from "#components/audit/audit-address.ts";
import { type Suggestion, suggestionsFor } from "#components/audit/query-suggestions.ts";
import { filtersOf, openPart, queryKeys } from "#components/audit/query-text.ts";
import { type NamedChoice, useChoices } from "#components/audit/use-choices.ts";
import { cn } from "#components/ui/cn.ts";
import { Input } from "#components/ui/input.tsx";
import { audit } from "#lib/messages/en/audit.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(audit);

type QueryFieldProps = {
  domains: readonly NamedChoice[];
  rules: readonly NamedChoice[];
  /** Filters to add to those in force. */
  onAdd: (found: AuditSearch) => void;
};

/** Words and `key:value` filters in one field, completed as they are typed. */
export function QueryField({ domains, rules, onAdd }: QueryFieldProps) {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [problem, setProblem] = useState<string | null>(null);
  const choices = useChoices(openPart(text).value, isOpen || text !== "", { domains, rules });
  const suggestions = suggestionsFor(text, choices);

  const write = (next: string) => {
    setText(next);
    setOpen(true);
    setActive(-1);
    setProblem(null);
  };
  const finish = (whole: string, chosen: AuditSearch = {}) => {
    const { search, unknown } = filtersOf(whole, choices);
    const [first] = unknown;
    if (first) {
      setProblem(t("unknownPart", { part: first.text }));
      setOpen(true);
      return;
    }
    setText("");
    setOpen(false);
    setActive(-1);
    onAdd({ ...search, ...chosen });
  };
  const choose = (suggestion: Suggestion) => {
    if (suggestion.kind === "key") write(suggestion.text);
    else finish(suggestion.rest, { [queryKeys[suggestion.key]]: suggestion.value });
    input.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    const count = suggestions.length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (count > 0)
        setActive((now) => (now === -1 && step === -1 ? count - 1 : (now + step + count) % count));
    } else if (event.key === "Enter") {
      event.preventDefault();
      const suggestion = isOpen ? suggestions[active] : undefined;
      if (suggestion) choose(suggestion);
      else if (text.trim() !== "") finish(text);
    } else if (event.key === "Tab" && isOpen && active >= 0 && suggestions[active]) {
      event.preventDefault();
      choose(suggestions[active]);
    } else if (event.key === "Escape" && isOpen) {
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === "Tab") setOpen(false);
  };

  const isShown = isOpen && suggestions.length > 0;
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1 max-md:basis-full">
      <Radix.Root open={isShown} onOpenChange={setOpen}>
        <Radix.Anchor className="relative">
          <Search className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-muted" />
          <Input
            ref={input}
            mono
            role="combobox"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="search"
            data-page-search=""
            aria-label={t("query")}
            aria-autocomplete="list"
            aria-expanded={isShown}
            aria-controls={listId}
            aria-activedescendant={isShown && active >= 0 ? `${listId}-${active}` : undefined}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? `${listId}-problem` : undefined}
            placeholder={t("queryPlaceholder")}
            value={text}
            maxLength={300}
            onChange={(event) => write(event.target.value)}
            onClick={() => setOpen(true)}
            onKeyDown={press}
            className="pl-9"
          />
        </Radix.Anchor>
        <Radix.Content
          id={listId}
          role="listbox"
          aria-label={t("suggestions")}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={(event) =>
            input.current?.contains(event.target as Node) && event.preventDefault()
          }
          className="layer-bar float max-h-80 w-(--radix-popover-trigger-width) min-w-64 max-w-120 animate-fade overflow-y-auto p-1"
        >
          {suggestions.map((suggestion, at) => (
            <div
              key={suggestion.id}
              id={`${listId}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              onPointerMove={() => setActive(at)}
              onPointerDown={(event) => {
                event.preventDefault();
                choose(suggestion);
              }}
              className={cn(
                "flex cursor-pointer items-baseline gap-3 rounded-chip px-2 py-1.5 max-md:py-2.5",
                at === active && "bg-accent-soft",
              )}
            >
              <span
                className={cn("min-w-0 truncate", suggestion.kind === "key" && "w-28 shrink-0 text-code")}
              >
                {suggestion.label}
              </span>
              <span
                className={cn(
                  "min-w-0 truncate text-muted text-small",
                  suggestion.kind === "value" && "text-code",
                )}
              >
                {suggestion.hint}
              </span>
            </div>
          ))}
        </Radix.Content>
      </Radix.Root>
      {problem && (
        <p id={`${listId}-problem`} role="alert" className="text-danger text-small">
          {problem}
        </p>
      )}
    </div>
  );
}
