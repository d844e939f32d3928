"use client";

import { SlidersHorizontal } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { catalog } from "#lib/messages/en/catalog.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(catalog);

type FacetSheetProps = { total: number; chosen: number; onClear: () => void; children: ReactNode };

/** On a phone: the facets in a sheet, whose button says how many tools they leave. */
export function FacetSheet({ total, chosen, onClear, children }: FacetSheetProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Sheet
      open={isOpen}
      onOpenChange={setOpen}
      title={t("filters")}
      trigger={
        <Button className="md:hidden">
          <SlidersHorizontal />
          {chosen > 0 ? t("filtersChosen", { count: chosen }) : t("filters")}
        </Button>
      }
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
}
