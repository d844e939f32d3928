"use client";

import { SlidersHorizontal } from "lucide-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { catalog } from "#lib/messages/en/catalog.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(catalog);

const Sheet = lazy(() => import("#components/ui/sheet.tsx").then((module) => ({ default: module.Sheet })));

type FacetSheetProps = { total: number; chosen: number; onClear: () => void; children: ReactNode };

/** On a phone: the facets in a sheet, whose button says how many tools they leave. */
export function FacetSheet({ total, chosen, onClear, children }: FacetSheetProps) {
  const [isOpen, setOpen] = useState(false);
  const [isAsked, setAsked] = useState(false);
  if (isOpen && !isAsked) setAsked(true);
  const sheet = isAsked && (
    <Sheet
      open={isOpen}
      onOpenChange={setOpen}
      title={t("filters")}
      footer={
        <>
          {chosen > 0 && (
            <Button variant="quiet" onClick={onClear}>
              {t("clearFilters")}
            </Button>
          )}
          <Button variant="primary" onClick={() => setOpen(false)} className="flex-1">
            {t("showTools", { count: total })}
          </Button>
        </>
      }
    >
      {children}
    </Sheet>
  );
  return (
    <>
      <Button className="md:hidden" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <SlidersHorizontal />
        {chosen > 0 ? t("filtersChosen", { count: chosen }) : t("filters")}
      </Button>
      <Suspense>{sheet}</Suspense>
    </>
  );
}
