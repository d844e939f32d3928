"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { confirmOwnershipMutation } from "#components/ownership/mutations.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { ApiError } from "#lib/http/api-error.ts";
import { desk } from "#lib/messages/en/desk.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(desk);

/** Asks the owner or deputy whether they still answer for the tool. */
export function ConfirmEntry({ slug, name, isUrgent }: { slug: string; name: string; isUrgent: boolean }) {
  const router = useRouter();
  const confirm = useMutation(confirmOwnershipMutation(slug));
  const run = async () => {
    try {
      await confirm.mutateAsync();
    } catch (failure) {
      const known = failure instanceof ApiError ? failure : null;
      showToast({
        tone: "danger",
        title: t("confirmFailed"),
        description: [known?.message, known?.mend].filter(Boolean).join(" "),
        ...(known?.requestId ? { requestId: known.requestId } : {}),
      });
      throw failure;
    }
    showToast({ tone: "positive", title: t("confirmed") });
    router.refresh();
  };
  return (
    <ConfirmDialog
      trigger={<Button variant={isUrgent ? "primary" : "secondary"}>{t("confirm")}</Button>}
      title={t("confirmTitle", { tool: name })}
      consequence={t("confirmText")}
      confirmLabel={t("confirm")}
      pendingLabel={t("confirming")}
      onConfirm={run}
    />
  );
}
