"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { tellFailure } from "#components/providers/use-act.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { ApiError } from "#lib/http/api-error.ts";

export type Problems = Readonly<Record<string, string>>;

/** Saves a form: problems of fields come back by field, everything else is told in a toast. */
export function useSave<Input>(
  save: (input: Input) => Promise<unknown>,
  success: string,
  onSaved: () => void,
) {
  const router = useRouter();
  const { mutate, isPending, error } = useMutation({
    mutationFn: save,
    onSuccess: () => {
      showToast({ tone: "positive", title: success });
      onSaved();
      router.refresh();
    },
    onError: (failure) => {
      if (!(failure instanceof ApiError) || failure.fields.length === 0) tellFailure(failure);
    },
  });
  const fields = error instanceof ApiError ? error.fields : [];
  const problems: Problems = Object.fromEntries(
    fields.map(({ path, message }) => [path.split(".")[0] ?? "", message]),
  );
  return { save: mutate, isPending, problems };
}
