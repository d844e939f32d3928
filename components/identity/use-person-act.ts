"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { showToast } from "#components/ui/toast-store.ts";
import { ApiError } from "#lib/http/api-error.ts";
import { people } from "#lib/messages/en/people.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(people);

function tellFailure(error: Error): void {
  if (!(error instanceof ApiError)) {
    showToast({ tone: "danger", title: t("failed"), description: error.message });
    return;
  }
  const description = [error.message, error.mend].filter(Boolean).join(" ");
  const requestId = error.requestId ? { requestId: error.requestId } : {};
  showToast({ tone: "danger", title: t("failed"), description, ...requestId });
}

/** Runs an act on a person, says how it went, and has the page read again what the server now knows. */
export function usePersonAct() {
  const router = useRouter();
  const { mutateAsync, isPending } = useMutation({
    mutationFn: (act: { run: () => Promise<unknown>; success: string }) => act.run(),
    onSuccess: (_, act) => {
      showToast({ tone: "positive", title: act.success });
      router.refresh();
    },
    onError: tellFailure,
  });
  return { act: (run: () => Promise<unknown>, success: string) => mutateAsync({ run, success }), isPending };
}
