"use client";

import { LayoutGrid, List } from "lucide-react";
import type { CatalogParams } from "#components/catalog/list/catalog-params.ts";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { Select } from "#components/ui/select.tsx";
import { catalogSorts } from "#lib/catalog/query-names.ts";
import type { CatalogResult } from "#lib/catalog/schema.ts";
import { catalog } from "#lib/messages/en/catalog.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(catalog);

/** Which of how many are shown, in words. */
export function rangeWords({ page, pageSize, total }: CatalogResult, query: string): string {
  if (total === 0) return query ? t("rangeNoneFor", { query }) : t("rangeNone");
  const from = (page - 1) * pageSize + 1;
  const to = Math.min(total, page * pageSize);
  return query ? t("rangeFor", { from, to, total, query }) : t("range", { from, to, total });
}

type ResultBarProps = {
  words: string;
  hasQuery: boolean;
  sort: CatalogParams["sort"];
  view: CatalogParams["view"];
  onChange: (change: Partial<Pick<CatalogParams, "sort" | "view">>) => void;
  children?: React.ReactNode;
};

/** Above the list: which tools are shown, in what order and how. */
export function ResultBar({ words, hasQuery, sort, view, onChange, children }: ResultBarProps) {
  const sortWords = {
    best: hasQuery ? t("sortBest") : t("sortUseful"),
    name: t("sortName"),
    "most-used": t("sortMostUsed"),
    newest: t("sortNewest"),
  } as const;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p role="status" className="min-w-0 text-muted max-md:w-full">
        {words}
      </p>
      <div className="flex items-center gap-2 max-md:w-full">
        {children}
        <Select
          aria-label={t("sort")}
          value={sort}
          onChange={(event) =>
            onChange({ sort: catalogSorts.find((one) => one === event.target.value) ?? "best" })
          }
          className="w-44 max-md:flex-1"
        >
          {catalogSorts.map((one) => (
            <option key={one} value={one}>
              {sortWords[one]}
            </option>
          ))}
        </Select>
        <fieldset className="flex overflow-hidden rounded-control border border-border-strong max-md:hidden">
          <legend className="sr-only">{t("view")}</legend>
          <ViewButton
            label={t("viewCards")}
            isOn={view === "cards"}
            onPress={() => onChange({ view: "cards" })}
          >
            <LayoutGrid />
          </ViewButton>
          <ViewButton
            label={t("viewCompact")}
            isOn={view === "compact"}
            onPress={() => onChange({ view: "compact" })}
          >
            <List />
          </ViewButton>
        </fieldset>
      </div>
    </div>
  );
}

type ViewButtonProps = { label: string; isOn: boolean; onPress: () => void; children: React.ReactNode };

function ViewButton({ label, isOn, onPress, children }: ViewButtonProps) {
  return (
    <Button
      variant="quiet"
      aria-pressed={isOn}
      aria-label={label}
      title={label}
      onClick={onPress}
      className={cn(
        "-outline-offset-2 h-7.5 rounded-none border-0 px-2 font-normal",
        isOn ? "bg-accent-soft text-accent" : "text-muted",
      )}
    >
      {children}
    </Button>
  );
}
