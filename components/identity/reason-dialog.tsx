"use client";

import { type ReactNode, useId, useState } from "react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { people } from "#lib/messages/en/people.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(people);
const shortestReason = 3;

type ReasonDialogProps = {
  trigger?: ReactNode;
  /** For a dialog that something else opens, such as a menu. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: string;
  consequence: ReactNode;
  confirmLabel: string;
  danger?: boolean;
  /** Further input besides the reason; `isComplete` says whether it is filled in. */
  children?: ReactNode;
  isComplete?: boolean;
  onConfirm: (reason: string) => Promise<unknown>;
};

/** Asks for a reason before something that the trail will hold. */
export function ReasonDialog({ children, isComplete = true, onConfirm, ...rest }: ReasonDialogProps) {
  const id = useId();
  const [reason, setReason] = useState("");
  const confirm = async () => {
    await onConfirm(reason.trim());
    setReason("");
  };
  return (
    <ConfirmDialog
      {...rest}
      pendingLabel={t("working")}
      confirmDisabled={!isComplete || reason.trim().length < shortestReason}
      onConfirm={confirm}
    >
      {children}
      <Field id={id} label={t("reason")} hint={t("reasonHint")} required>
        {(control) => (
          <Input
            {...control}
            value={reason}
            maxLength={300}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </ConfirmDialog>
  );
}
