"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { showToast } from "#components/ui/toast-store.ts";
import { ApiError } from "#lib/http/api-error.ts";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);

/** Says what went wrong and what can be done, with the request id to quote. */
export function tellFailure(error: Error): void {
  if (!(error instanceof ApiError)) {
    showToast({ tone: "danger", title: t("actFailed"), description: error.message });
    return;
  }
  const description = [error.message, error.mend].filter(Boolean).join(" ");
  const requestId = error.requestId ? { requestId: error.requestId } : {};
  showToast({ tone: "danger", title: t("actFailed"), description, ...requestId });
}

/** Runs something on the server, says how it went, and has the page read again what the server now knows. */
export function useAct() {
  const router = useRouter();
  const { mutateAsync, isPending } = useMutation({
    mutationFn: (act: { run: () => Promise<unknown>; success: string }) => act.run(),
    onSuccess: (_, act) => {
      showToast({ tone: "positive", title: act.success });
      router.refresh();
    },
    onError: (error) => {
      tellFailure(error);
      // Somebody else was quicker; what is shown should be what is there now.
      if (error instanceof ApiError && error.status === 409) router.refresh();
    },
  });
  return { act: (run: () => Promise<unknown>, success: string) => mutateAsync({ run, success }), isPending };
}
