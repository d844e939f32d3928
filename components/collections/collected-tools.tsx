"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useState } from "react";
import { ToolPicker } from "#components/catalog/compare/tool-picker.tsx";
import { t } from "#components/collections/words.ts";
import { Field } from "#components/ui/field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Textarea } from "#components/ui/textarea.tsx";

export type CollectedItem = { readonly slug: string; readonly name: string; readonly note: string };

type CollectedToolsProps = {
  items: readonly CollectedItem[];
  onChange: (items: CollectedItem[]) => void;
};

/** The tools of a collection in their order, each with what its maker says about it. */
export function CollectedTools({ items, onChange }: CollectedToolsProps) {
  const [told, setTold] = useState("");
  const move = (from: number, to: number) => {
    const item = items[from];
    if (!item || to < 0 || to >= items.length) return;
    const next = items.filter((_, at) => at !== from);
    next.splice(to, 0, item);
    onChange(next);
    setTold(t("moved", { tool: item.name, place: to + 1, count: items.length }));
  };
  const setNote = (slug: string, note: string) =>
    onChange(items.map((item) => (item.slug === slug ? { ...item, note } : item)));
  return (
    <div className="flex flex-col gap-3">
      <p role="status" className="sr-only">
        {told}
      </p>
      {items.length > 0 && (
        <ol className="overflow-clip rounded-card border bg-surface">
          {items.map((item, at) => (
            <li key={item.slug} className="flex flex-col gap-2 border-b p-4 last:border-b-0">
              <div className="flex items-center gap-1">
                <span className="min-w-0 flex-1 truncate font-semibold">
                  {at + 1}. {item.name}
                </span>
                <IconButton
                  label={t("moveUp", { tool: item.name })}
                  aria-disabled={at === 0}
                  onClick={() => move(at, at - 1)}
                >
                  <ArrowUp />
                </IconButton>
                <IconButton
                  label={t("moveDown", { tool: item.name })}
                  aria-disabled={at === items.length - 1}
                  onClick={() => move(at, at + 1)}
                >
                  <ArrowDown />
                </IconButton>
                <IconButton
                  label={t("removeTool", { tool: item.name })}
                  onClick={() => onChange(items.filter(({ slug }) => slug !== item.slug))}
                >
                  <X />
                </IconButton>
              </div>
              <Field id={`note-${item.slug}`} label={t("note", { tool: item.name })} hideLabel>
                {(control) => (
                  <Textarea
                    {...control}
                    rows={2}
                    maxLength={300}
                    placeholder={t("notePlaceholder")}
                    value={item.note}
                    onChange={(event) => setNote(item.slug, event.target.value)}
                  />
                )}
              </Field>
            </li>
          ))}
        </ol>
      )}
      <div className="max-w-96">
        <ToolPicker
          label={t("addTool")}
          without={items.map(({ slug }) => slug)}
          onPick={(tool) => onChange([...items, { ...tool, note: "" }])}
        />
      </div>
    </div>
  );
}
