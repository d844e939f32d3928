"use client";

import { Star } from "lucide-react";
import type { ControlledTool } from "#components/catalog/tool-control-slot.tsx";
import { useFavourites } from "#components/collections/favourites.tsx";
import { t } from "#components/collections/words.ts";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";

/** The star of a tool: pressed for a favourite. */
export function FavouriteButton({ tool, withWords }: { tool: ControlledTool; withWords: boolean }) {
  const { ids, set } = useFavourites();
  const isFavourite = ids.has(tool.id);
  return (
    <Button
      variant="quiet"
      size={withWords ? "control" : "small"}
      aria-pressed={isFavourite}
      aria-label={withWords ? undefined : t("favourite", { tool: tool.name })}
      title={withWords ? undefined : t("favouriteWord")}
      onClick={() => set(tool, !isFavourite)}
      className={cn(!withWords && "px-1", withWords && "font-normal")}
    >
      <Star className={cn(isFavourite ? "fill-current text-accent" : "text-muted")} />
      {withWords && t("favouriteWord")}
    </Button>
  );
}
