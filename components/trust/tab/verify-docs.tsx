"use client";

import { postVerification } from "#components/trust/tab/mutations.ts";
import { t } from "#components/trust/tab/tab-words.ts";
import { useAct } from "#components/trust/tab/use-act.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";

/** Says that one has read the docs and found them right. */
export function VerifyDocs({ slug }: { slug: string }) {
  const act = useAct(t("verified"));
  return (
    <ConfirmDialog
      trigger={
        <Button variant="quiet" size="small">
          {t("verify")}
        </Button>
      }
      title={t("verifyTitle")}
      consequence={t("verifyText")}
      confirmLabel={t("verifyConfirm")}
      pendingLabel={t("working")}
      onConfirm={() => act(() => postVerification(slug))}
    />
  );
}
