"use client";

import { lazy, Suspense, useState } from "react";
import { facetOrder, facetWords } from "#components/catalog/list/facet-words.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import type { FacetKey } from "#lib/catalog/query-names.ts";
import type { CatalogResult } from "#lib/catalog/schema.ts";
import { catalog } from "#lib/messages/en/catalog.ts";
import { formatNumber } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(catalog);
const shownAtFirst = 5;

const FacetFinder = lazy(() =>
  import("#components/catalog/list/facet-finder.tsx").then((module) => ({ default: module.FacetFinder })),
);

type Facet = CatalogResult["facets"][number];
type FacetColumnProps = {
  facets: readonly Facet[];
  /** What is chosen at this moment; the counts may still be those of a moment ago. */
  chosen: Readonly<Record<FacetKey, readonly string[]>>;
  /** The search whose tools are counted, as the API takes it. */
  search: Readonly<Record<string, string>>;
  onToggle: (key: FacetKey, value: string, isChosen: boolean) => void;
};

/** What the list can be narrowed to, with how many tools each choice would show. */
export function FacetColumn({ facets, chosen, search, onToggle }: FacetColumnProps) {
  const byKey = new Map(facets.map((facet) => [facet.key, facet]));
  return (
    <div className="flex flex-col gap-5">
      {facetOrder.map((key) => {
        const facet = byKey.get(key);
        return facet && facet.values.length > 0 ? (
          <FacetGroup key={key} facet={facet} chosen={chosen[key]} search={search} onToggle={onToggle} />
        ) : null;
      })}
    </div>
  );
}

type FacetGroupProps = {
  facet: Facet;
  chosen: readonly string[];
  search: FacetColumnProps["search"];
  onToggle: FacetColumnProps["onToggle"];
};

function FacetGroup({ facet, chosen, search, onToggle }: FacetGroupProps) {
  const [isOpen, setOpen] = useState(false);
  const hidden = Math.max(facet.values.length, facet.valueCount) - shownAtFirst;
  // A chosen value is never out of sight.
  const shown = facet.values.filter(({ value }, at) => isOpen || at < shownAtFirst || chosen.includes(value));
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="pb-1.5 font-semibold text-small">{facetWords[facet.key]}</legend>
      {shown.map((value) => (
        <Checkbox
          key={value.value}
          checked={chosen.includes(value.value)}
          onChange={(event) => onToggle(facet.key, value.value, event.target.checked)}
          className="text-body max-md:min-h-0 [&>span:last-child]:min-w-0 [&>span:last-child]:flex-1"
          label={
            <span className="flex justify-between gap-2">
              <span className="min-w-0">{value.label}</span>
              <span className="text-muted text-small">{formatNumber(value.count)}</span>
            </span>
          }
        />
      ))}
      {isOpen && facet.valueCount > facet.values.length && (
        <Suspense>
          <FacetFinder
            facet={facet.key}
            valueCount={facet.valueCount}
            search={search}
            onChoose={(value) => onToggle(facet.key, value, true)}
          />
        </Suspense>
      )}
      {hidden > 0 && (
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="self-start rounded-chip text-accent text-small underline underline-offset-3 hover:text-accent-hover max-md:min-h-11"
        >
          {isOpen ? t("fewer") : t("more", { count: hidden })}
        </button>
      )}
    </fieldset>
  );
}
