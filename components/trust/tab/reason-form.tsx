"use client";

import { type ReactNode, useId, useState } from "react";
import { t } from "#components/trust/tab/tab-words.ts";
import { useAct } from "#components/trust/tab/use-act.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";

const shortest = 10;

type ReasonFormProps = {
  /** Words on the button that opens it. */
  label: string;
  title: string;
  text: string;
  /** What the reason is called here. */
  reasonLabel: string;
  done: string;
  /** Input besides the reason. */
  children?: ReactNode;
  onSend: (reason: string) => Promise<unknown>;
};

/** A button that asks for a reason, and for more if need be, before it changes evidence. */
export function ReasonForm({ label, title, text, reasonLabel, done, children, onSend }: ReasonFormProps) {
  const id = useId();
  const [reason, setReason] = useState("");
  const act = useAct(done);
  const confirm = async () => {
    await act(() => onSend(reason.trim()));
    setReason("");
  };
  return (
    <ConfirmDialog
      trigger={
        <Button variant="quiet" size="small">
          {label}
        </Button>
      }
      title={title}
      consequence={text}
      confirmLabel={t("save")}
      pendingLabel={t("working")}
      confirmDisabled={reason.trim().length < shortest}
      onConfirm={confirm}
    >
      {children}
      <Field id={id} label={reasonLabel} hint={t("reasonHint")} required>
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </ConfirmDialog>
  );
}
