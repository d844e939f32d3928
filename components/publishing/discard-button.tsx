"use client";

import { useRouter } from "next/navigation";
import { discardDraft } from "#components/publishing/draft-requests.ts";
import { t } from "#components/publishing/editor-words.ts";
import type { WordsEditor } from "#components/publishing/use-words.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { ApiError } from "#lib/http/api-error.ts";

/** Throws the draft away, after asking. */
export function DiscardButton({ editor }: { editor: WordsEditor }) {
  const router = useRouter();
  const { view, revisionOf, save } = editor;
  const discard = async () => {
    // What is being saved at this moment would begin the draft anew behind its back.
    await save();
    try {
      if (revisionOf() > 0) await discardDraft(view.slug, revisionOf());
    } catch (failure) {
      const known = failure instanceof ApiError ? failure : null;
      showToast({
        tone: "danger",
        title: t("discardFailed"),
        description: [known?.message, known?.mend].filter(Boolean).join(" "),
        ...(known?.requestId ? { requestId: known.requestId } : {}),
      });
      throw failure;
    }
    showToast({ title: t("discarded") });
    router.push(view.published.version === null ? "/my" : `/owner/${view.slug}`);
  };
  return (
    <ConfirmDialog
      trigger={<Button variant="quiet">{t("discard")}</Button>}
      title={t("discardTitle", { tool: view.published.words.name })}
      consequence={
        view.published.version === null
          ? t("discardNewText")
          : t("discardText", { version: view.published.version })
      }
      confirmLabel={t("discard")}
      pendingLabel={t("discarding")}
      danger
      onConfirm={discard}
    />
  );
}
