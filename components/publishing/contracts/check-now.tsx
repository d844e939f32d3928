"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { checkContractsNow } from "#components/publishing/contracts/contract-requests.ts";
import { t } from "#components/publishing/contracts/contract-words.ts";
import { showFailure } from "#components/publishing/contracts/show-failure.ts";
import { Button } from "#components/ui/button.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import type { CheckedContracts } from "#lib/publishing/watch/schema.ts";

function tell({ checked }: CheckedContracts): void {
  const suspended = checked.flatMap((one) => one.suspended).length;
  const returned = checked.flatMap((one) => one.returned).length;
  if (suspended > 0) showToast({ tone: "danger", title: t("checkedSuspended", { count: suspended }) });
  if (returned > 0) showToast({ tone: "positive", title: t("checkedReturned", { count: returned }) });
  if (suspended + returned > 0) return;
  const states = checked.map(({ state }) => state);
  if (states.length === 0) showToast({ title: t("checkedElsewhere") });
  else if (states.some((state) => state.startsWith("failing")))
    showToast({ tone: "danger", title: t("checkedFailing") });
  else if (states.includes("changed")) showToast({ title: t("checkedKnown") });
  else showToast({ tone: "positive", title: t("checkedSame") });
}

/** Asks the other side now, and says what came of it. */
export function CheckNow({ slug }: { slug: string }) {
  const router = useRouter();
  const check = useMutation({
    mutationFn: () => checkContractsNow(slug),
    onSuccess: tell,
    onError: showFailure,
    onSettled: () => router.refresh(),
  });
  return (
    <Button pending={check.isPending} pendingLabel={t("checking")} onClick={() => check.mutate()}>
      {t("checkNow")}
    </Button>
  );
}
