"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Pencil, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { savedSearchesQuery, savedSearchKeys } from "#components/collections/queries.ts";
import { patchSearch, postSearch, removeSearch } from "#components/collections/requests.ts";
import { t } from "#components/collections/words.ts";
import { tellFailure } from "#components/providers/use-act.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import type { SavedSearch } from "#lib/collections/saved-search.ts";

/** Renames and deletes saved searches. */
export function ManageSearchesDialog({ onClose }: { onClose: () => void }) {
  const [renamedId, setRenamedId] = useState<string | null>(null);
  const queryClient = useQueryClient();
  const searches = useQuery(savedSearchesQuery()).data ?? [];
  const readAgain = () => queryClient.invalidateQueries({ queryKey: savedSearchKeys.all });
  const restore = useMutation({
    mutationFn: ({ name, query }: SavedSearch) => postSearch(name, query),
    onSuccess: readAgain,
    onError: tellFailure,
  });
  const remove = useMutation({
    mutationFn: ({ id }: SavedSearch) => removeSearch(id),
    onSuccess: async (_, search) => {
      await readAgain();
      showToast({
        title: t("searchDeleted", { name: search.name }),
        action: { label: t("undo"), onSelect: () => restore.mutate(search) },
      });
    },
    onError: tellFailure,
  });
  const renamed = async () => {
    await readAgain();
    setRenamedId(null);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("manageTitle")}
      footer={<Button onClick={onClose}>{t("done")}</Button>}
    >
      {searches.length === 0 && <p className="text-muted">{t("noSearches")}</p>}
      <ul className="flex flex-col">
        {searches.map((search) => (
          <li key={search.id} className="flex items-center gap-1 border-b py-1 last:border-b-0">
            {renamedId === search.id ? (
              <RenameRow search={search} onDone={renamed} />
            ) : (
              <>
                <span className="min-w-0 flex-1 truncate">{search.name}</span>
                <IconButton
                  label={t("rename", { name: search.name })}
                  onClick={() => setRenamedId(search.id)}
                >
                  <Pencil />
                </IconButton>
                <IconButton
                  label={t("deleteSearch", { name: search.name })}
                  pending={remove.isPending}
                  onClick={() => remove.mutate(search)}
                >
                  <Trash2 />
                </IconButton>
              </>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function RenameRow({ search, onDone }: { search: SavedSearch; onDone: () => Promise<void> }) {
  const [name, setName] = useState(search.name);
  const rename = useMutation({ mutationFn: () => patchSearch(search.id, name), onSuccess: onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate();
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-1 items-end gap-2">
      <div className="min-w-0 flex-1">
        <Field
          id={`search-${search.id}`}
          label={t("rename", { name: search.name })}
          hideLabel
          error={rename.error?.message}
        >
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={80}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Button type="submit" pending={rename.isPending} disabled={name.trim() === ""}>
        {t("save")}
      </Button>
    </form>
  );
}
