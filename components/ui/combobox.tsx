"use client";

import { Check, ChevronsUpDown } from "lucide-react";
import { Popover as Radix } from "radix-ui";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { cn } from "#components/ui/cn.ts";
import { type ComboboxOption, matchingOptions, moveActive } from "#components/ui/combobox-options.ts";
import { controlStyles } from "#components/ui/control-styles.ts";
import type { FieldControlProps } from "#components/ui/field.tsx";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);

type ComboboxProps = Partial<FieldControlProps> & {
  options: readonly ComboboxOption[];
  value: string | null;
  onValueChange: (value: string | null) => void;
  /** Given when the options come from a search: called as the person types, and nothing is filtered here. */
  onQueryChange?: (query: string) => void;
  placeholder?: string;
  emptyText?: string;
  "aria-label"?: string;
  disabled?: boolean;
  className?: string;
};

/** A choice from a long list, found by typing. Emptying the field clears the choice. */
export function Combobox(props: ComboboxProps) {
  const {
    options,
    value,
    onValueChange,
    onQueryChange,
    placeholder,
    emptyText,
    disabled,
    className,
    ...control
  } = props;
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState<string | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const chosen = options.find((option) => option.value === value);
  const shown = onQueryChange ? options : matchingOptions(options, query ?? "");

  const show = () => {
    setOpen(true);
    setActive(value);
  };
  const close = () => {
    setOpen(false);
    setQuery(null);
  };
  const choose = (option: ComboboxOption) => {
    if (option.disabled) return;
    onValueChange(option.value);
    close();
  };
  const type = (text: string) => {
    setQuery(text);
    setOpen(true);
    setActive(null);
    onQueryChange?.(text);
    if (text === "") onValueChange(null);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) show();
      setActive((now) => moveActive(shown, now, event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      const option = shown.find((candidate) => candidate.value === active) ?? (query ? shown[0] : undefined);
      if (option) choose(option);
    } else if (event.key === "Escape" && open) {
      event.stopPropagation();
      close();
    } else if (event.key === "Tab") close();
  };

  return (
    <Radix.Root open={open && !disabled} onOpenChange={(next) => (next ? show() : close())}>
      <Radix.Anchor className={cn("relative", className)}>
        <input
          {...control}
          ref={input}
          role="combobox"
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={listId}
          aria-activedescendant={open && active !== null ? `${listId}-${active}` : undefined}
          disabled={disabled}
          placeholder={placeholder ?? t("choose")}
          value={query ?? chosen?.label ?? ""}
          onChange={(event) => type(event.target.value)}
          onClick={show}
          onKeyDown={press}
          className={cn(controlStyles, "h-control pr-9")}
        />
        <ChevronsUpDown className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-muted" />
      </Radix.Anchor>
      <Radix.Portal>
        <Radix.Content
          id={listId}
          role="listbox"
          aria-label={control["aria-label"] ?? placeholder ?? t("choose")}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={(event) =>
            input.current?.contains(event.target as Node) && event.preventDefault()
          }
          className="float max-h-72 w-(--radix-popover-trigger-width) min-w-48 animate-fade overflow-y-auto p-1"
        >
          {shown.length === 0 && (
            <div
              role="option"
              tabIndex={-1}
              aria-disabled="true"
              aria-selected="false"
              className="px-2 py-1.5 text-muted"
            >
              {emptyText ?? t("noMatch")}
            </div>
          )}
          {shown.map((option) => (
            <div
              key={option.value}
              id={`${listId}-${option.value}`}
              role="option"
              tabIndex={-1}
              aria-selected={option.value === value}
              aria-disabled={option.disabled || undefined}
              onPointerMove={() => setActive(option.value)}
              onPointerDown={(event) => {
                event.preventDefault();
                choose(option);
              }}
              className={cn(
                "flex cursor-pointer items-start gap-2 rounded-chip px-2 py-1.5 max-md:py-2.5 aria-disabled:cursor-not-allowed aria-disabled:opacity-50",
                option.value === active && "bg-accent-soft",
              )}
            >
              <Check className={cn("mt-[3px] opacity-0", option.value === value && "opacity-100")} />
              <span className="min-w-0">
                {option.label}
                {option.hint && <span className="block text-muted text-small">{option.hint}</span>}
              </span>
            </div>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
