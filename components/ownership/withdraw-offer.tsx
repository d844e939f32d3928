"use client";

import { useRouter } from "next/navigation";
import { t } from "#components/ownership/people-words.ts";
import { peopleActs } from "#components/ownership/requests.ts";
import { tellFailure } from "#components/ownership/tell-failure.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { showToast } from "#components/ui/toast-store.ts";

type WithdrawOfferProps = { offerId: string; toolName: string; receiver: string };

/** Takes an offer back that was not answered yet. */
export function WithdrawOffer({ offerId, toolName, receiver }: WithdrawOfferProps) {
  const router = useRouter();
  const run = async () => {
    try {
      await peopleActs.withdraw(offerId);
    } catch (error) {
      tellFailure(error);
      throw error;
    }
    showToast({ title: t("withdrawn") });
    router.refresh();
  };
  return (
    <ConfirmDialog
      trigger={<Button>{t("withdraw")}</Button>}
      title={t("withdrawTitle", { tool: toolName })}
      consequence={t("withdrawText", { owner: receiver })}
      confirmLabel={t("withdraw")}
      pendingLabel={t("sending")}
      onConfirm={run}
    />
  );
}
