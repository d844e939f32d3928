"use client";

import { useAct } from "#components/providers/use-act.ts";
import { t } from "#components/publishing/release/release-words.ts";
import { RequestSteps } from "#components/publishing/release/request-steps.tsx";
import { withdrawRequest } from "#components/publishing/release/requests.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { ReleaseRequestView } from "#lib/publishing/review.ts";

/** The request that a tool's release page shows while it waits, with the way to take it back. */
export function WaitingRequest({ request }: { request: ReleaseRequestView }) {
  const { act } = useAct();
  const { id, version, requestedBy } = request;
  return (
    <section
      aria-labelledby="waiting-request"
      className="flex flex-col gap-3 rounded-card border bg-surface p-4"
    >
      <h2 id="waiting-request" className="text-lead">
        {t("waits", { version })}
      </h2>
      <p className="text-muted">{t("waitsText", { name: requestedBy.name })}</p>
      <RequestSteps request={request} />
      <div className="flex flex-wrap gap-2">
        <LinkButton href={`/approvals/${id}`}>{t("seeRequest")}</LinkButton>
        <ConfirmDialog
          trigger={<Button variant="quiet">{t("withdraw")}</Button>}
          title={t("withdrawTitle", { version })}
          consequence={t("withdrawText")}
          confirmLabel={t("withdraw")}
          pendingLabel={t("withdrawing")}
          onConfirm={() => act(() => withdrawRequest(id), t("withdrawn"))}
        />
      </div>
    </section>
  );
}
