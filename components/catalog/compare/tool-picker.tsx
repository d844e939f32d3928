"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { t } from "#components/catalog/compare/words.ts";
import { useSettled } from "#components/catalog/list/use-settled.ts";
import { catalogListQuery } from "#components/catalog/queries.ts";
import { Combobox } from "#components/ui/combobox.tsx";
import { kindWords } from "#lib/catalog/facets.ts";

const pauseMs = 120;

type ToolPickerProps = {
  id?: string;
  label: string;
  placeholder?: string;
  /** Addresses of tools that are chosen already. */
  without: readonly string[];
  onPick: (tool: { slug: string; name: string }) => void;
};

/** Finds one tool by typing, with the catalog's own search. */
export function ToolPicker({ id, label, placeholder, without, onPick }: ToolPickerProps) {
  const [words, setWords] = useState("");
  const [round, setRound] = useState(0);
  const settled = useSettled(words.trim(), pauseMs);
  const found = useQuery(catalogListQuery(settled === "" ? { sort: "name" } : { q: settled, typing: "1" }));
  const hits = (found.data?.hits ?? []).filter(({ slug }) => !without.includes(slug));
  const pick = (slug: string | null) => {
    const hit = hits.find((one) => one.slug === slug);
    if (!hit) return;
    setWords("");
    setRound(round + 1);
    onPick({ slug: hit.slug, name: hit.name });
  };
  return (
    <Combobox
      // A choice is handed on at once; the field begins anew.
      key={round}
      {...(id ? { id } : {})}
      aria-label={label}
      placeholder={placeholder ?? label}
      emptyText={t("noToolFound")}
      options={hits.map((hit) => ({
        value: hit.slug,
        label: hit.name,
        hint: kindWords[hit.kind] ?? hit.kind,
      }))}
      value={null}
      onValueChange={pick}
      onQueryChange={setWords}
    />
  );
}
