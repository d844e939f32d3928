"use client";

import { useState } from "react";
import { AliasSheet } from "#components/models/alias-sheet.tsx";
import type { OfferedModel } from "#components/models/model-order.tsx";
import { modelActs } from "#components/models/mutations.ts";
import { useAct } from "#components/providers/use-act.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { models } from "#lib/messages/en/models.ts";
import { translator } from "#lib/messages/translate.ts";
import type { AliasView } from "#lib/models/schema.ts";

const t = translator(models);

type AliasActionsProps = { alias: AliasView; offered: readonly OfferedModel[]; canRemove: boolean };

/** Edit, and remove where nothing is bound to it. */
export function AliasActions({ alias, offered, canRemove }: AliasActionsProps) {
  const { act } = useAct();
  const [isOpen, setOpen] = useState(false);
  const name = { name: alias.name };
  return (
    <span className="flex gap-1">
      {canRemove && (
        <ConfirmDialog
          trigger={
            <Button variant="quiet" size="small">
              {t("remove")}
            </Button>
          }
          title={t("removeAliasTitle", name)}
          consequence={t("removeAliasText")}
          confirmLabel={t("remove")}
          danger
          onConfirm={() => act(() => modelActs.removeAlias(alias.id), t("aliasRemoved"))}
        />
      )}
      <AliasSheet
        alias={alias}
        offered={offered}
        open={isOpen}
        onOpenChange={setOpen}
        trigger={
          <Button size="small" aria-label={`${t("edit")}: ${alias.name}`}>
            {t("edit")}
          </Button>
        }
      />
    </span>
  );
}
