"use client";

import { useId, useState } from "react";
import { deleteExemption, postExemption } from "#components/trust/tab/mutations.ts";
import { ReasonForm } from "#components/trust/tab/reason-form.tsx";
import { t } from "#components/trust/tab/tab-words.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { ExemptibleGate } from "#lib/trust/facts.ts";

const dayMs = 86_400_000;
const dayAfter = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

/** Lets a gate not hold until a day, for administrators. */
export function ExemptForm({ slug, gate }: { slug: string; gate: ExemptibleGate }) {
  const id = useId();
  const [until, setUntil] = useState("");
  const expiresAt = () => new Date(`${until || dayAfter(30)}T23:59:59`).toISOString();
  return (
    <ReasonForm
      label={t("exempt")}
      title={t("exemptTitle")}
      text={t("exemptText")}
      reasonLabel={t("reason")}
      done={t("exempted")}
      onSend={(reason) => postExemption(slug, { gate, reason, expiresAt: expiresAt() })}
    >
      <Field id={id} label={t("until")} required>
        {(control) => (
          <Input
            {...control}
            type="date"
            value={until || dayAfter(30)}
            onChange={(event) => setUntil(event.target.value)}
          />
        )}
      </Field>
    </ReasonForm>
  );
}

/** Ends an exemption before its day. */
export function EndExemptionForm({ id }: { id: string }) {
  return (
    <ReasonForm
      label={t("endExemption")}
      title={t("endTitle")}
      text={t("endText")}
      reasonLabel={t("reason")}
      done={t("ended")}
      onSend={(reason) => deleteExemption(id, reason)}
    />
  );
}
