"use client";

import { useRouter } from "next/navigation";
import { type ReactElement, useId, useState } from "react";
import { decideSuspension } from "#components/publishing/contracts/contract-requests.ts";
import { t } from "#components/publishing/contracts/contract-words.ts";
import { showFailure } from "#components/publishing/contracts/show-failure.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import type { AnsweredSuspension, SuspensionDecision } from "#lib/publishing/watch/schema.ts";

type DecisionDialogProps = {
  slug: string;
  operation: string;
  afterHash: string | null;
  decision: SuspensionDecision;
  trigger: ReactElement;
  title: string;
  text: string;
  confirmLabel: string;
  /** What the notes begin with. */
  notes: string;
  danger?: boolean;
};

function tell(answered: AnsweredSuspension): void {
  if (answered.outcome === "kept") showToast({ title: t("kept") });
  else {
    const { name, version, outcome } = answered.released;
    showToast({
      tone: "positive",
      title: t(outcome === "published" ? "released" : "handedIn", { name, version }),
    });
  }
}

/** Asks for the words that go with a decision, and carries it out. */
export function DecisionDialog(props: DecisionDialogProps) {
  const { slug, operation, afterHash, decision } = props;
  const router = useRouter();
  const id = useId();
  const [notes, setNotes] = useState(props.notes);
  const send = async () => {
    try {
      tell(await decideSuspension(slug, operation, { decision, afterHash, notes }));
    } catch (failure) {
      showFailure(failure);
      throw failure;
    } finally {
      router.refresh();
    }
  };
  return (
    <ConfirmDialog
      trigger={props.trigger}
      title={props.title}
      consequence={props.text}
      confirmLabel={props.confirmLabel}
      danger={props.danger ?? false}
      confirmDisabled={notes.trim().length < 3}
      onConfirm={send}
    >
      <Field id={id} label={t(decision === "keep" ? "keepReason" : "releaseNotes")} required>
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            maxLength={2000}
            value={notes}
            onChange={(event) => setNotes(event.target.value)}
          />
        )}
      </Field>
    </ConfirmDialog>
  );
}
