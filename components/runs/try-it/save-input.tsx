"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Bookmark } from "lucide-react";
import { type FormEvent, useState } from "react";
import {
  type FormPlace,
  formKeys,
  savedInputsQuery,
  saveInputMutation,
} from "#components/runs/try-it/form-requests.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { tryIt } from "#lib/messages/en/try-it.ts";
import { translator } from "#lib/messages/translate.ts";
import { longestInputName } from "#lib/runs/saved-input.ts";

const t = translator(tryIt);

type SaveInputProps = { place: FormPlace; values: Record<string, unknown> };

/** Keeps the filled form under a name, for the person alone. */
export function SaveInput({ place, values }: SaveInputProps) {
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState("");
  const queries = useQueryClient();
  const { data } = useQuery({ ...savedInputsQuery(place), enabled: isOpen });
  const save = useMutation({
    ...saveInputMutation(place),
    onSuccess: async ({ name: saved }) => {
      showToast({ title: t("savedAs", { name: saved }) });
      setOpen(false);
      setName("");
      await queries.invalidateQueries({ queryKey: formKeys.inputs(place) });
    },
  });
  const replaces = data?.inputs.some((one) => one.name === name.trim()) ?? false;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The popover hangs in the form of the operation, which must not run.
    event.stopPropagation();
    if (name.trim() !== "" && !save.isPending) save.mutate({ name, input: values });
  };
  return (
    <Popover
      label={t("saveTitle")}
      open={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        save.reset();
      }}
      trigger={
        <Button variant="quiet">
          <Bookmark />
          {t("save")}
        </Button>
      }
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-3">
        <Field
          id="input-name"
          label={t("inputName")}
          hint={replaces ? t("replaces") : t("saveHint")}
          error={save.error ? save.error.message : undefined}
        >
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={longestInputName}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Button
          type="submit"
          variant="primary"
          className="self-start"
          disabled={name.trim() === ""}
          pending={save.isPending}
          pendingLabel={t("saving")}
        >
          {replaces ? t("replace") : t("saveNow")}
        </Button>
      </form>
    </Popover>
  );
}
