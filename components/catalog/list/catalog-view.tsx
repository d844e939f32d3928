"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { type KeyboardEvent, useState } from "react";
import {
  catalogHref,
  catalogParams,
  chosenFilters,
  noFilters,
  toQueryText,
} from "#components/catalog/list/catalog-params.ts";
import { EmptyResult } from "#components/catalog/list/empty-result.tsx";
import { FacetColumn } from "#components/catalog/list/facet-column.tsx";
import { FacetSheet } from "#components/catalog/list/facet-sheet.tsx";
import { ResultBar, rangeWords } from "#components/catalog/list/result-bar.tsx";
import { ResultFilters } from "#components/catalog/list/result-filters.tsx";
import { ResultList } from "#components/catalog/list/result-list.tsx";

import { useSearchNote } from "#components/catalog/list/use-search-note.ts";
import { useSettled } from "#components/catalog/list/use-settled.ts";
import { catalogListQuery, prepareRequests } from "#components/catalog/queries.ts";
import { LoadFailure } from "#components/layout/load-failure.tsx";
import { cn } from "#components/ui/cn.ts";
import { Pagination } from "#components/ui/pagination.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import type { FacetKey } from "#lib/catalog/query-names.ts";
import { catalog } from "#lib/messages/en/catalog.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(catalog);
const typingPauseMs = 120;

/** The words that the shown results belong to: while an answer is on its way, still those of the one before. */
function useShownQuery(query: string, isStale: boolean): string {
  const [shown, setShown] = useState(query);
  if (!isStale && shown !== query) setShown(query);
  return isStale ? shown : query;
}

/** The catalog's list: the address holds the search, results follow the typing. */
export function CatalogView() {
  const [params, setParams] = useQueryStates(catalogParams, { history: "push" });
  // While somebody types, the last word may be unfinished; what stood in the address is finished.
  const [isTyping, setTyping] = useState(false);
  const settledWords = useSettled(params.q, typingPauseMs);
  const keepSearch = useSearchNote(params.q);
  const list = useQuery(catalogListQuery(toQueryText({ ...params, q: settledWords }, isTyping)));

  const type = (q: string) => {
    setTyping(q.trim() !== "");
    // The address follows at once: written later, it would take back a click that came meanwhile.
    setParams({ q, page: 1 }, { history: "replace" });
  };
  const finish = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    setTyping(false);
    keepSearch();
  };
  const toggle = (key: FacetKey, value: string, isChosen: boolean) => {
    const others = params[key].filter((one) => one !== value);
    setParams({ [key]: isChosen ? [...others, value] : others, page: 1 });
  };
  const clearFilters = () => setParams({ ...noFilters, page: 1 });

  const filters = chosenFilters(params);
  const result = list.data;
  const query = useShownQuery(settledWords.trim(), list.isPlaceholderData);
  const facets = result && (
    <FacetColumn
      facets={result.facets}
      chosen={params}
      search={toQueryText({ ...params, q: settledWords }, false)}
      onToggle={toggle}
    />
  );
  return (
    <div className="flex flex-col gap-6 max-md:gap-4">
      <search className="max-md:layer-head max-md:-mx-4 max-md:sticky max-md:top-12 max-md:bg-canvas max-md:px-4 max-md:py-2">
        <SearchInput
          size="large"
          aria-label={t("searchLabel")}
          placeholder={t("searchPlaceholder")}
          maxLength={500}
          value={params.q}
          onChange={(event) => type(event.target.value)}
          onKeyDown={finish}
          onFocus={prepareRequests}
        />
      </search>
      <div className="grid items-start gap-8 md:grid-cols-[14rem_minmax(0,1fr)]">
        <section aria-label={t("filters")} className="max-md:hidden">
          {facets}
        </section>
        <section
          aria-label={t("results")}
          aria-busy={list.isFetching}
          className="flex min-w-0 flex-col gap-4"
        >
          <h2 className="sr-only">{t("results")}</h2>
          {result && (
            <>
              <ResultBar
                words={rangeWords(result, query)}
                hasQuery={query !== ""}
                sort={params.sort}
                view={params.view}
                onChange={(change) => setParams({ ...change, page: 1 })}
              >
                <FacetSheet total={result.total} chosen={filters.length} onClear={clearFilters}>
                  {facets}
                </FacetSheet>
              </ResultBar>
              <ResultFilters params={params} facets={result.facets} />
              {result.showingResultsFor && (
                <p className="text-muted">{t("showingResultsFor", { query: result.showingResultsFor })}</p>
              )}
            </>
          )}
          {list.isError && (
            <LoadFailure title={t("failed")} error={list.error} onRetry={() => list.refetch()} />
          )}
          {!result && !list.isError && <SkeletonRows rows={8} />}
          {result && result.hits.length > 0 && (
            <div className={cn("transition-ui", list.isPlaceholderData && "opacity-60")}>
              <ResultList hits={result.hits} view={params.view} onOpen={keepSearch} />
            </div>
          )}
          {result && result.hits.length === 0 && (
            <EmptyResult query={query} hasFilters={filters.length > 0} onClearFilters={clearFilters} />
          )}
          {result && result.total > result.pageSize && (
            <Pagination
              previousHref={result.page > 1 ? catalogHref(params, { page: result.page - 1 }) : null}
              nextHref={
                result.page * result.pageSize < result.total
                  ? catalogHref(params, { page: result.page + 1 })
                  : null
              }
              position={rangeWords(result, "")}
            />
          )}
        </section>
      </div>
    </div>
  );
}
