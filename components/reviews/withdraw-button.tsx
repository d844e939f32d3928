"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { withdrawMutation } from "#components/reviews/mutations.ts";
import { ratingKeys } from "#components/reviews/queries.ts";
import { t } from "#components/reviews/review-words.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { ApiError } from "#lib/http/api-error.ts";

/** Withdraws one's rating, after saying what that does. */
export function WithdrawButton({ slug }: { slug: string }) {
  const router = useRouter();
  const client = useQueryClient();
  const withdraw = useMutation(withdrawMutation(slug));
  const confirm = () =>
    withdraw.mutateAsync(undefined, {
      onSuccess: () => {
        showToast({ title: t("withdrawn") });
        client.removeQueries({ queryKey: ratingKeys.list(slug) });
        router.refresh();
      },
      onError: (failure) => {
        const known = failure instanceof ApiError ? failure : null;
        showToast({
          tone: "danger",
          title: t("withdrawFailed"),
          description: [known?.message, known?.mend].filter(Boolean).join(" "),
          ...(known?.requestId ? { requestId: known.requestId } : {}),
        });
      },
    });
  return (
    <ConfirmDialog
      trigger={<Button variant="quiet">{t("withdraw")}</Button>}
      title={t("withdrawTitle")}
      consequence={t("withdrawText")}
      confirmLabel={t("withdraw")}
      pendingLabel={t("withdrawing")}
      danger
      onConfirm={confirm}
    />
  );
}
