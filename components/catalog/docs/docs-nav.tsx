"use client";

import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { t } from "#components/catalog/docs/docs-words.ts";
import { cn } from "#components/ui/cn.ts";
import { Input } from "#components/ui/input.tsx";
import { docsHref, referencePage } from "#lib/catalog/docs/address.ts";

const filteredFrom = 12;

type DocsNavProps = {
  slug: string;
  version: string | null;
  pages: readonly { readonly slug: string; readonly title: string }[];
  current: string | null;
  hasReference: boolean;
};

/** The pages as links, the generated reference last. On a phone they open from a line that names the current one. */
export function DocsNav({ slug, version, pages, current, hasReference }: DocsNavProps) {
  const [isOpen, setOpen] = useState(false);
  const [filter, setFilter] = useState("");
  const all = hasReference ? [...pages, { slug: referencePage, title: t("reference") }] : pages;
  const words = filter.trim().toLowerCase();
  const shown = words === "" ? all : all.filter(({ title }) => title.toLowerCase().includes(words));
  const title = all.find((page) => page.slug === current)?.title ?? t("pages");
  return (
    <nav aria-label={t("pagesOf")} className="flex min-w-0 flex-col gap-2">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="flex min-h-11 items-center justify-between gap-2 rounded-control border border-border-strong bg-surface px-3 text-left lg:hidden"
      >
        <span className="min-w-0 truncate">
          <span className="text-muted">{t("pages")}: </span>
          <span className="font-semibold">{title}</span>
        </span>
        <ChevronDown className={cn("text-muted", isOpen && "rotate-180")} />
      </button>
      <div className={cn("flex flex-col gap-2", !isOpen && "max-lg:hidden")}>
        {all.length > filteredFrom && (
          <Input
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
            aria-label={t("filterPages")}
            placeholder={t("filterPages")}
          />
        )}
        {shown.length === 0 && <p className="px-3 text-muted text-small">{t("noSuchPages")}</p>}
        <ul className="flex flex-col lg:max-h-[calc(100vh-16rem)] lg:overflow-y-auto">
          {shown.map((page) => (
            <li
              key={page.slug}
              className={cn(page.slug === referencePage && all.length > 1 && "mt-2 border-t pt-2")}
            >
              <Link
                href={docsHref(slug, { page: page.slug, version })}
                scroll={false}
                prefetch={false}
                aria-current={page.slug === current ? "page" : undefined}
                className="-outline-offset-2 flex min-h-8 items-center rounded-control px-3 py-1 text-muted transition-ui wrap-anywhere hover:text-text aria-[current=page]:bg-accent-soft aria-[current=page]:font-semibold aria-[current=page]:text-text max-lg:min-h-11"
              >
                {page.title}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
