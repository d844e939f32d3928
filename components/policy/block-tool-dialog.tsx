"use client";

import { useId, useState } from "react";
import type { Directory } from "#components/policy/directory.ts";
import { policyActs } from "#components/policy/mutations.ts";
import { useAct } from "#components/providers/use-act.ts";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { policies } from "#lib/messages/en/policies.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(policies);
const shortestReason = 10;

/** Stops a tool at once: which one, and why. */
export function BlockToolDialog({ tools }: { tools: Directory["tools"] }) {
  const id = useId();
  const { act } = useAct();
  const [toolId, setToolId] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const tool = tools.find((candidate) => candidate.id === toolId);
  const confirm = async () => {
    if (!tool) return;
    await act(() => policyActs.block(tool.slug, reason), t("blocked", { name: tool.name }));
    setToolId(null);
    setReason("");
  };
  return (
    <ConfirmDialog
      trigger={<Button variant="danger">{t("block")}</Button>}
      title={t("blockTitle")}
      consequence={t("blockConsequence")}
      confirmLabel={t("blockConfirm")}
      danger
      confirmDisabled={!tool || reason.trim().length < shortestReason}
      onConfirm={confirm}
    >
      <Field id={`${id}-tool`} label={t("tool")} required>
        {(control) => (
          <Combobox
            {...control}
            options={tools.map(({ id: value, name, domain }) => ({ value, label: name, hint: domain }))}
            value={toolId}
            onValueChange={setToolId}
            placeholder={t("toolPlaceholder")}
          />
        )}
      </Field>
      <Field id={`${id}-reason`} label={t("blockReason")} hint={t("blockReasonHint")} required>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </ConfirmDialog>
  );
}
