"use client";

import { Bookmark } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { lazy, Suspense, useState } from "react";
import { t } from "#components/collections/words.ts";
import { Button } from "#components/ui/button.tsx";
import { searchOfAddress } from "#lib/collections/search-address.ts";

const loadList = () => import("#components/collections/saved-search-list.tsx");
const SavedSearchList = lazy(loadList);
/** Ready before the click, once the pointer or the focus is on the button. */
const prepare = () => void loadList();

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
  const [isAsked, setAsked] = useState(false);
  const [open, setOpen] = useState<"save" | "manage" | null>(null);
  const close = () => setOpen(null);
  const face = (
    <>
      <Bookmark />
      {t("savedSearches")}
    </>
  );
  const button = (
    <Button
      aria-haspopup="menu"
      aria-expanded={isAsked}
      onPointerEnter={prepare}
      onFocus={prepare}
      onClick={() => setAsked(true)}
    >
      {face}
    </Button>
  );
  return (
    <>
      {isAsked ? (
        <Suspense fallback={button}>
          <SavedSearchList
            trigger={<Button>{face}</Button>}
            canSave={search !== ""}
            onSave={() => setOpen("save")}
            onManage={() => setOpen("manage")}
          />
        </Suspense>
      ) : (
        button
      )}
      <Suspense>
        {open === "save" && (
          <SaveDialog search={search} suggestion={address.get("q")?.trim() ?? ""} onClose={close} />
        )}
        {open === "manage" && <ManageDialog onClose={close} />}
      </Suspense>
    </>
  );
}
