"use client";

import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { JsonValue } from "#components/ui/json-node.ts";
import { JsonView } from "#components/ui/json-view.tsx";
import type { OperationView } from "#lib/catalog/schema.ts";
import { tryIt } from "#lib/messages/en/try-it.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(tryIt);

type ConfirmRunProps = {
  operation: OperationView;
  toolName: string;
  /** What will be sent; null while nothing is to be confirmed. */
  values: Record<string, unknown> | null;
  onClose: () => void;
  onConfirm: (values: Record<string, unknown>) => void;
};

/** Asks before something is changed and shows exactly what will be sent. */
export function ConfirmRun({ operation, toolName, values, onClose, onConfirm }: ConfirmRunProps) {
  return (
    <ConfirmDialog
      open={values !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t("confirmTitle", { title: operation.title })}
      consequence={
        <>
          {operation.annotations.destructive && <p className="text-danger">{t("confirmDestroys")}</p>}
          <p>{t("confirmText", { tool: toolName })}</p>
        </>
      }
      danger={operation.annotations.destructive}
      confirmLabel={t("run")}
      onConfirm={() => {
        if (values) onConfirm(values);
        return undefined;
      }}
    >
      {values !== null &&
        (Object.keys(values).length === 0 ? (
          <p className="text-muted">{t("confirmNothing")}</p>
        ) : (
          <div className="max-h-80 overflow-y-auto">
            <JsonView value={values as JsonValue} label={t("arguments")} />
          </div>
        ))}
    </ConfirmDialog>
  );
}
