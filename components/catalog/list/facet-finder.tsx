"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { facetWords } from "#components/catalog/list/facet-words.ts";
import { useSettled } from "#components/catalog/list/use-settled.ts";
import { catalogKeys } from "#components/catalog/queries.ts";
import { fetchFacetValues } from "#components/catalog/requests.ts";
import { Combobox } from "#components/ui/combobox.tsx";
import type { FacetKey } from "#lib/catalog/query-names.ts";
import { catalog } from "#lib/messages/en/catalog.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(catalog);
const typingPauseMs = 120;
/** Longest value that the API looks for. */
const mostLetters = 80;

type FacetFinderProps = {
  facet: FacetKey;
  valueCount: number;
  search: Readonly<Record<string, string>>;
  onChoose: (value: string) => void;
};

/** The way to a value of a facet that has more of them than anybody reads: by typing its first letters. */
export function FacetFinder({ facet, valueCount, search, onChoose }: FacetFinderProps) {
  const [typed, setTyped] = useState("");
  const settled = useSettled(typed.replaceAll("\0", "").slice(0, mostLetters), typingPauseMs);
  const found = useQuery({
    queryKey: [...catalogKeys.all, "facet", facet, settled, search],
    queryFn: ({ signal }) => fetchFacetValues(facet, settled, search, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Combobox
      aria-label={t("facetFindLabel", { facet: facetWords[facet] })}
      placeholder={t("facetFind", { count: valueCount })}
      emptyText={t("facetNothing")}
      options={(found.data?.values ?? []).map(({ value, label, count, isChosen }) => ({
        value,
        label,
        hint: t("facetTools", { count }),
        disabled: isChosen,
      }))}
      value={null}
      onValueChange={(value) => value !== null && onChoose(value)}
      onQueryChange={setTyped}
    />
  );
}
