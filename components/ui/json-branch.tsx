"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { cn } from "#components/ui/cn.ts";
import {
  type JsonKind,
  type JsonValue,
  jsonEntries,
  jsonKind,
  opensAtFirst,
} from "#components/ui/json-node.ts";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);
const shownAtOnce = 100;

const inks: Record<JsonKind, string> = {
  string: "text-positive",
  number: "text-caution",
  boolean: "text-accent",
  null: "text-muted",
  object: "",
  array: "",
};

type JsonBranchProps = { name?: string; value: JsonValue; level: number; depth: number };

/** One name with its value, and below it its children when it has some and is open. */
export function JsonBranch({ name, value, level, depth }: JsonBranchProps) {
  const [open, setOpen] = useState(() => opensAtFirst(value, level, depth));
  const [shown, setShown] = useState(shownAtOnce);
  const kind = jsonKind(value);
  const entries = jsonEntries(value);
  const label = name !== undefined && <span className="text-muted">{name}: </span>;
  if (entries.length === 0) {
    return (
      <div className={cn("break-words", level > 0 && "pl-5")}>
        {label}
        <span className={inks[kind]}>
          {kind === "object" ? "{}" : kind === "array" ? "[]" : JSON.stringify(value)}
        </span>
      </div>
    );
  }
  const children = entries
    .slice(0, shown)
    .map(([key, child]) => <JsonBranch key={key} name={key} value={child} level={level + 1} depth={depth} />);
  return (
    <div>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex min-h-6 items-center gap-1 rounded-chip text-left"
      >
        <ChevronRight className={cn("text-muted", open && "rotate-90")} />
        {label}
        <span className="text-muted">
          {t(kind === "array" ? "jsonItems" : "jsonKeys", { count: entries.length })}
        </span>
      </button>
      {open && (
        <div className="ml-[7px] border-l pl-2.5">
          {children}
          {entries.length > shown && (
            <button
              type="button"
              onClick={() => setShown(shown + shownAtOnce)}
              className="ml-5 rounded-chip text-accent underline underline-offset-3"
            >
              {t("jsonMore", { count: Math.min(shownAtOnce, entries.length - shown) })}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
