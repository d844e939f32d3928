"use client";

import { useQuery } from "@tanstack/react-query";
import { Pencil, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { savedSearchesQuery } from "#components/collections/queries.ts";
import { t } from "#components/collections/words.ts";
import {
  DropdownMenu,
  MenuHeading,
  MenuItem,
  MenuLink,
  MenuSeparator,
} from "#components/ui/dropdown-menu.tsx";
import { searchHref } from "#lib/collections/search-address.ts";

type SavedSearchListProps = {
  trigger: ReactNode;
  /** Whether there is a search in the address that could be saved. */
  canSave: boolean;
  onSave: () => void;
  onManage: () => void;
};

/** The menu of saved searches, open from the start: it is loaded when it is first asked for. */
export default function SavedSearchList({ trigger, canSave, onSave, onManage }: SavedSearchListProps) {
  return (
    <DropdownMenu label={t("savedSearches")} trigger={trigger} defaultOpen>
      <MenuItem icon={<Plus />} disabled={!canSave} onSelect={onSave}>
        {t("saveSearch")}
      </MenuItem>
      <MenuSeparator />
      <SavedSearchItems onManage={onManage} />
    </DropdownMenu>
  );
}

/** Stands in the opened menu only, so that nothing is asked for before. */
function SavedSearchItems({ onManage }: { onManage: () => void }) {
  const saved = useQuery(savedSearchesQuery());
  const searches = saved.data ?? [];
  if (saved.isError) return <MenuHeading>{t("searchesFailed")}</MenuHeading>;
  if (searches.length === 0) {
    return <MenuHeading>{t(saved.isPending ? "loadingSearches" : "noSearches")}</MenuHeading>;
  }
  return (
    <>
      {searches.map(({ id, name, query }) => (
        <MenuLink key={id} href={searchHref(query)}>
          <span className="truncate">{name}</span>
        </MenuLink>
      ))}
      <MenuSeparator />
      <MenuItem icon={<Pencil />} onSelect={onManage}>
        {t("manage")}
      </MenuItem>
    </>
  );
}
