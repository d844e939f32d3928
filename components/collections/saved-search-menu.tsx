"use client";

import { useQuery } from "@tanstack/react-query";
import { Bookmark, Pencil, Plus } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { lazy, Suspense, useState } from "react";
import { savedSearchesQuery } from "#components/collections/queries.ts";
import { t } from "#components/collections/words.ts";
import { Button } from "#components/ui/button.tsx";
import {
  DropdownMenu,
  MenuHeading,
  MenuItem,
  MenuLink,
  MenuSeparator,
} from "#components/ui/dropdown-menu.tsx";
import { searchHref, searchOfAddress } from "#lib/collections/search-address.ts";

const SaveDialog = lazy(() =>
  import("#components/collections/save-search-dialog.tsx").then((module) => ({
    default: module.SaveSearchDialog,
  })),
);
const ManageDialog = lazy(() =>
  import("#components/collections/manage-searches-dialog.tsx").then((module) => ({
    default: module.ManageSearchesDialog,
  })),
);

/** The searches that a person saved, and the way to save the one that stands in the address. */
export function SavedSearchMenu() {
  const address = useSearchParams();
  const search = searchOfAddress(address.toString());
  const [open, setOpen] = useState<"save" | "manage" | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <DropdownMenu
        label={t("savedSearches")}
        trigger={
          <Button>
            <Bookmark />
            {t("savedSearches")}
          </Button>
        }
      >
        <MenuItem icon={<Plus />} disabled={search === ""} onSelect={() => setOpen("save")}>
          {t("saveSearch")}
        </MenuItem>
        <MenuSeparator />
        <SavedSearchItems onManage={() => setOpen("manage")} />
      </DropdownMenu>
      <Suspense>
        {open === "save" && (
          <SaveDialog search={search} suggestion={address.get("q")?.trim() ?? ""} onClose={close} />
        )}
        {open === "manage" && <ManageDialog onClose={close} />}
      </Suspense>
    </>
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
