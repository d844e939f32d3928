"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { t } from "#components/trust/tab/tab-words.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { ApiError } from "#lib/http/api-error.ts";

/** Carries out one change of the evidence, says how it went, and shows the page anew. */
export function useAct(done: string): (work: () => Promise<unknown>) => Promise<unknown> {
  const router = useRouter();
  const { mutateAsync } = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: () => {
      showToast({ tone: "positive", title: done });
      router.refresh();
    },
    onError: (failure) => {
      const known = failure instanceof ApiError ? failure : null;
      showToast({
        tone: "danger",
        title: t("failedToSave"),
        description: [known?.message, known?.mend].filter(Boolean).join(" "),
        ...(known?.requestId ? { requestId: known.requestId } : {}),
      });
    },
  });
  return mutateAsync;
}
