"use client";

import { useRouter } from "next/navigation";
import { t } from "#components/knowledge/knowledge-words.ts";
import { deleteSource } from "#components/publishing/knowledge-source/manage-requests.ts";
import { showFailure } from "#components/publishing/knowledge-source/show-failure.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { showToast } from "#components/ui/toast-store.ts";

/** Deletes a source with its documents; the answer names the tools that still use it. */
export function DeleteSource({ slug, name, count }: { slug: string; name: string; count: number }) {
  const router = useRouter();
  return (
    <ConfirmDialog
      danger
      trigger={<Button variant="danger">{t("deleteSource")}</Button>}
      title={t("deleteAsk", { name })}
      consequence={t("deleteText", { count })}
      confirmLabel={t("deleteSource")}
      pendingLabel={t("deleting")}
      onConfirm={() =>
        deleteSource(slug)
          .then(() => {
            showToast({ tone: "positive", title: t("deleted", { name }) });
            router.push("/my");
          })
          .catch(showFailure)
      }
    />
  );
}
