"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { savedSearchKeys } from "#components/collections/queries.ts";
import { postSearch } from "#components/collections/requests.ts";
import { t } from "#components/collections/words.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { showToast } from "#components/ui/toast-store.ts";

type SaveSearchDialogProps = { search: string; suggestion: string; onClose: () => void };

/** Asks for the name under which a search is saved. */
export function SaveSearchDialog({ search, suggestion, onClose }: SaveSearchDialogProps) {
  const [name, setName] = useState(suggestion.slice(0, 80));
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: () => postSearch(name, search),
    onSuccess: async (saved) => {
      await queryClient.invalidateQueries({ queryKey: savedSearchKeys.all });
      showToast({ tone: "positive", title: t("searchSaved", { name: saved.name }) });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("saveTitle")}
      description={t("saveWhat")}
    >
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Field id="saved-search-name" label={t("searchName")} error={save.error?.message} required>
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={80}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Button
          type="submit"
          variant="primary"
          pending={save.isPending}
          pendingLabel={t("saving")}
          disabled={name.trim() === ""}
        >
          {t("save")}
        </Button>
      </form>
    </Dialog>
  );
}
