"use client";

import { type ReactNode, useState } from "react";
import { t } from "#components/catalog/lineage/lineage-words.ts";
import { Button } from "#components/ui/button.tsx";

type LineageViewProps = { drawing: ReactNode; table: ReactNode };

/** Shows the drawing or the table behind it. Until somebody chooses, a phone has the table and a wide screen the drawing. */
export function LineageView({ drawing, table }: LineageViewProps) {
  const [chosen, setChosen] = useState<"drawing" | "table" | null>(null);
  const isShown = (view: "drawing" | "table", unchosen: string) =>
    chosen === null ? unchosen : chosen === view ? "" : "hidden";
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <div className={isShown("drawing", "max-md:hidden")}>{drawing}</div>
      <div className={isShown("table", "md:hidden")}>{table}</div>
      <div className={isShown("drawing", "max-md:hidden")}>
        <Button size="small" variant="quiet" onClick={() => setChosen("table")}>
          {t("showTable")}
        </Button>
      </div>
      <div className={isShown("table", "md:hidden")}>
        <Button size="small" variant="quiet" onClick={() => setChosen("drawing")}>
          {t("showDrawing")}
        </Button>
      </div>
    </div>
  );
}
