"use client";

import { useRouter } from "next/navigation";
import { deleteCollection } from "#components/collections/requests.ts";
import { t } from "#components/collections/words.ts";
import { tellFailure } from "#components/providers/use-act.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { showToast } from "#components/ui/toast-store.ts";

/** Deletes a collection after asking. */
export function DeleteCollection({ slug, title }: { slug: string; title: string }) {
  const router = useRouter();
  const remove = async () => {
    try {
      await deleteCollection(slug);
    } catch (error) {
      tellFailure(error instanceof Error ? error : new Error(String(error)));
      throw error;
    }
    showToast({ tone: "positive", title: t("deleted") });
    router.push("/collections");
    router.refresh();
  };
  return (
    <ConfirmDialog
      trigger={<Button variant="quiet">{t("delete")}</Button>}
      title={t("deleteTitle", { title })}
      consequence={t("deleteWhat")}
      confirmLabel={t("delete")}
      pendingLabel={t("deleting")}
      danger
      onConfirm={remove}
    />
  );
}
