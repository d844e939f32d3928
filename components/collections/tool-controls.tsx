"use client";

import type { ReactNode } from "react";
import { CompareBox } from "#components/catalog/compare/compare-box.tsx";
import { type ToolControlsProps, ToolControlsProvider } from "#components/catalog/tool-control-slot.tsx";
import { FavouriteButton } from "#components/collections/favourite-button.tsx";
import { FavouritesProvider } from "#components/collections/favourites.tsx";
import { FollowButton } from "#components/collections/follow-button.tsx";
import { FollowingProvider } from "#components/collections/following.tsx";
import { cn } from "#components/ui/cn.ts";

/** Out of sight until the card or row is pointed at, or it holds the focus or is on. */
const standingBack =
  "opacity-0 transition-ui focus-within:opacity-100 has-checked:opacity-100 has-aria-pressed:opacity-100 max-md:opacity-100 pointer-coarse:opacity-100";

const places = {
  card: "absolute top-2 right-2",
  row: "relative shrink-0",
  page: "relative flex-wrap",
} as const;

const each = {
  card: cn(standingBack, "bg-surface group-hover/card:opacity-100"),
  row: cn(standingBack, "group-hover/row:opacity-100"),
  page: "",
} as const;

/** What can be done with a tool wherever it stands: keep it as a favourite, compare it, on its page follow it. */
export function ToolControls({ tool, place }: ToolControlsProps) {
  return (
    <span className={cn("layer-row inline-flex items-center", places[place])}>
      <span className={cn("px-1", each[place])}>
        <CompareBox tool={tool} />
      </span>
      <span className={each[place]}>
        <FavouriteButton tool={tool} withWords={place === "page"} />
      </span>
      {place === "page" && <FollowButton tool={tool} />}
    </span>
  );
}

/** Puts the controls on every tool of the pages below. */
export function KeepingTools({
  favourites,
  followed,
  children,
}: {
  favourites: readonly string[];
  followed: readonly string[];
  children: ReactNode;
}) {
  return (
    <FavouritesProvider ids={favourites}>
      <FollowingProvider ids={followed}>
        <ToolControlsProvider controls={ToolControls}>{children}</ToolControlsProvider>
      </FollowingProvider>
    </FavouritesProvider>
  );
}
