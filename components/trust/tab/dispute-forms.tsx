"use client";

import { useState } from "react";
import { postDispute, postSettlement } from "#components/trust/tab/mutations.ts";
import { ReasonForm } from "#components/trust/tab/reason-form.tsx";
import { t } from "#components/trust/tab/tab-words.ts";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import type { SettlementInput } from "#lib/trust/change-input.ts";
import type { TrustComponent } from "#lib/trust/mark.ts";

/** Says that a component of the rating is wrong. */
export function DisputeForm({
  slug,
  component,
  name,
}: {
  slug: string;
  component: TrustComponent;
  name: string;
}) {
  return (
    <ReasonForm
      label={t("dispute")}
      title={t("disputeTitle", { component: name.toLowerCase() })}
      text={t("disputeText")}
      reasonLabel={t("disputeWhat")}
      done={t("disputed")}
      onSend={(text) => postDispute(slug, { component, text })}
    />
  );
}

/** Settles a dispute, for reviewers. */
export function SettleForm({ id }: { id: string }) {
  const [outcome, setOutcome] = useState<SettlementInput["outcome"]>("rejected");
  return (
    <ReasonForm
      label={t("settle")}
      title={t("settleTitle")}
      text={t("settleText")}
      reasonLabel={t("settlement")}
      done={t("settled")}
      onSend={(settlement) => postSettlement(id, { outcome, settlement })}
    >
      <RadioGroup
        name={`outcome-${id}`}
        legend={t("outcome")}
        value={outcome}
        onValueChange={(value) => setOutcome(value === "upheld" ? "upheld" : "rejected")}
        options={[
          { value: "rejected", label: t("outcomeRejected") },
          { value: "upheld", label: t("outcomeUpheld") },
        ]}
      />
    </ReasonForm>
  );
}
