"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import {
  deleteInputMutation,
  type FormPlace,
  formKeys,
  savedInputsQuery,
  saveInputMutation,
} from "#components/runs/try-it/form-requests.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { tryIt } from "#lib/messages/en/try-it.ts";
import { translator } from "#lib/messages/translate.ts";
import type { SavedInput } from "#lib/runs/saved-input.ts";

const t = translator(tryIt);

type SavedInputsProps = { place: FormPlace; onUse: (input: Record<string, unknown>) => void };

/** The forms that the person saved: each fills the form again, or goes; what goes can be brought back. */
export function SavedInputs({ place, onUse }: SavedInputsProps) {
  const queries = useQueryClient();
  const { data, error } = useQuery(savedInputsQuery(place));
  const reload = () => queries.invalidateQueries({ queryKey: formKeys.inputs(place) });
  const failed = (problem: Error) => showToast({ tone: "danger", title: problem.message });
  const restore = useMutation({ ...saveInputMutation(place), onSuccess: reload, onError: failed });
  const remove = useMutation({ ...deleteInputMutation(place), onSuccess: reload, onError: failed });
  const take = ({ id, name, input }: SavedInput) =>
    remove.mutate(id, {
      onSuccess: () =>
        showToast({
          title: t("deleted", { name }),
          action: { label: t("undo"), onSelect: () => restore.mutate({ name, input }) },
        }),
    });
  if (error) return <p className="text-muted text-small">{t("savedUnreadable")}</p>;
  if (!data || data.inputs.length === 0) return null;
  return (
    <section aria-label={t("savedInputs")} className="flex flex-col gap-1">
      <h3 className="text-muted text-small">{t("savedInputs")}</h3>
      <ul className="flex flex-wrap gap-2">
        {data.inputs.map((one) => (
          <li key={one.id} className="flex min-w-0 max-w-full items-center rounded-control border bg-canvas">
            <Button
              variant="quiet"
              className="min-w-0 shrink"
              title={t("useInput", { name: one.name })}
              onClick={() => onUse(one.input)}
            >
              <span className="truncate">{one.name}</span>
            </Button>
            <IconButton label={t("deleteInput", { name: one.name })} onClick={() => take(one)}>
              <Trash2 />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
