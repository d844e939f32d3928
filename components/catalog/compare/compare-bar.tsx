"use client";

import { X } from "lucide-react";
import { usePathname } from "next/navigation";
import { compareHref } from "#components/catalog/compare/compare-address.ts";
import { setPicks, togglePick, usePicks } from "#components/catalog/compare/picks.ts";
import { t } from "#components/catalog/compare/words.ts";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { LinkButton } from "#components/ui/link-button.tsx";

/** Where tools are looked for and looked at. */
const places = ["/catalog", "/collections", "/domains", "/teams", "/people"];
const isPlace = (pathname: string) =>
  pathname === "/" ||
  (pathname !== "/catalog/compare" &&
    places.some((place) => pathname === place || pathname.startsWith(`${place}/`)));

/** At the bottom of the page while tools are picked: which, and the way to their comparison. */
export function CompareBar() {
  const picks = usePicks();
  const pathname = usePathname();
  if (picks.length === 0 || !isPlace(pathname)) return null;
  // On a phone a tool's page has its own bar there.
  const isToolPage = pathname.startsWith("/catalog/");
  return (
    <section
      aria-label={t("bar")}
      className={cn(
        isToolPage && "max-md:hidden",
        "layer-bar sticky bottom-(--shell-bottom) mt-auto flex flex-wrap items-center gap-x-4 gap-y-2 border-t bg-surface px-8 py-2 max-md:px-4",
      )}
    >
      <p role="status" className="sr-only">
        {t("picked", { count: picks.length })}
      </p>
      <ul className="flex min-w-0 flex-1 flex-wrap gap-x-2 gap-y-1 max-md:basis-full">
        {picks.map((pick) => (
          <li key={pick.slug} className="flex min-w-0 items-center rounded-control border pl-2">
            <span className="truncate">{pick.name}</span>
            <Button
              variant="quiet"
              size="small"
              aria-label={t("remove", { tool: pick.name })}
              onClick={() => togglePick(pick)}
              className="px-1 max-md:px-2"
            >
              <X />
            </Button>
          </li>
        ))}
      </ul>
      <div className="flex items-center gap-2 max-md:w-full">
        {picks.length < 2 && <span className="text-muted text-small">{t("pickOneMore")}</span>}
        <Button variant="quiet" onClick={() => setPicks([])} className="max-md:ml-auto">
          {t("clear")}
        </Button>
        <LinkButton href={compareHref(picks.map(({ slug }) => slug))} variant="primary">
          {t("compare")}
        </LinkButton>
      </div>
    </section>
  );
}
