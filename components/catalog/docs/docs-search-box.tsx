"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { DocsHitList } from "#components/catalog/docs/docs-hit-list.tsx";
import { docsHitsQuery } from "#components/catalog/docs/docs-queries.ts";
import { t } from "#components/catalog/docs/docs-words.ts";
import { SearchInput } from "#components/ui/search-input.tsx";
import { docsHref } from "#lib/catalog/docs/address.ts";
import type { DocsHit } from "#lib/catalog/docs/docs-hits.ts";

const pauseMs = 150;

type DocsSearchBoxProps = { slug: string; version: string | null; find: string };

/** Searches the docs while somebody types; arrows choose, Enter opens, Escape closes. */
export function DocsSearchBox({ slug, version, find }: DocsSearchBoxProps) {
  const router = useRouter();
  const id = useId();
  const [typed, setTyped] = useState(find);
  const [asked, setAsked] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const q = typed.trim().slice(0, 200);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(q), pauseMs);
    return () => clearTimeout(timer);
  }, [q]);
  const { data, isError, isPlaceholderData } = useQuery(docsHitsQuery(slug, isOpen ? asked : "", version));
  const found = q === "" ? undefined : data;
  const hits = found?.hits ?? [];
  const isAnswered = isOpen && found !== undefined && asked === q && !isPlaceholderData;
  const shows = isOpen && q !== "";
  const hrefOf = ({ page, section }: DocsHit) => docsHref(slug, { page, section, version, find: q });

  const open = (hit: DocsHit) => {
    setOpen(false);
    router.push(hrefOf(hit));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      if (isOpen) event.preventDefault();
      setOpen(false);
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((at) => (hits.length === 0 ? 0 : (at + step + hits.length) % hits.length));
    }
    const hit = hits[active];
    if (event.key === "Enter" && isAnswered && hit) {
      event.preventDefault();
      open(hit);
    }
  };
  return (
    <div className="relative">
      <SearchInput
        role="combobox"
        aria-label={t("search")}
        aria-expanded={shows}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shows && hits.length > 0 ? `${id}-${active}` : undefined}
        placeholder={t("search")}
        maxLength={200}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => typed !== find && setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {shows && (
        <DocsHitList
          id={id}
          hits={hits}
          total={found?.total ?? 0}
          readAs={found?.readAs ?? []}
          words={q}
          state={isError ? "failed" : isAnswered ? "found" : "searching"}
          active={active}
          onActive={setActive}
          onOpen={() => setOpen(false)}
          hrefOf={hrefOf}
        />
      )}
    </div>
  );
}
