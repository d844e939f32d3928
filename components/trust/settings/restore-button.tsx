"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { DifferenceList } from "#components/trust/settings/difference-list.tsx";
import { putSettings } from "#components/trust/settings/requests.ts";
import { type Difference, t } from "#components/trust/settings/setting-words.ts";
import { tellFailure } from "#components/trust/settings/use-settings-form.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";

type RestoreButtonProps = {
  settings: TrustSettings;
  basedOn: string | null;
  /** From the settings in force to those that would be restored. */
  differences: readonly Difference[];
  /** Which version, for those who do not see where the button stands. */
  of: string;
};

/** Makes a new version with what an older one held. */
export function RestoreButton({ settings, basedOn, differences, of }: RestoreButtonProps) {
  const id = useId();
  const router = useRouter();
  const [reason, setReason] = useState("");
  const { mutateAsync } = useMutation({
    mutationFn: () => putSettings({ settings, reason: reason.trim(), basedOn }),
    onSuccess: () => {
      showToast({ tone: "positive", title: t("restored"), description: t("savedText") });
      setReason("");
      router.refresh();
    },
    onError: (failure) => {
      tellFailure(t("failedToSave"))(failure);
      router.refresh();
    },
  });
  return (
    <ConfirmDialog
      trigger={
        <Button variant="quiet" size="small" aria-label={`${t("restore")}: ${of}`}>
          {t("restore")}
        </Button>
      }
      title={t("restoreTitle")}
      consequence={t("restoreText")}
      confirmLabel={t("restoreConfirm")}
      pendingLabel={t("saving")}
      confirmDisabled={reason.trim().length < 10}
      onConfirm={() => mutateAsync()}
    >
      <DifferenceList differences={differences} />
      <Field id={id} label={t("reason")} hint={t("reasonHint")} required>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </ConfirmDialog>
  );
}
