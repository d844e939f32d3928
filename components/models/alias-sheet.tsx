"use client";

import { type ReactNode, useId } from "react";
import { AliasForm } from "#components/models/alias-form.tsx";
import type { OfferedModel } from "#components/models/model-order.tsx";
import { modelActs } from "#components/models/mutations.ts";
import { useSave } from "#components/models/use-save.ts";
import { Button } from "#components/ui/button.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { models } from "#lib/messages/en/models.ts";
import { translator } from "#lib/messages/translate.ts";
import type { NewAlias } from "#lib/models/administration.ts";
import type { AliasView } from "#lib/models/schema.ts";

const t = translator(models);

type AliasSheetProps = {
  alias: AliasView | null;
  offered: readonly OfferedModel[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  trigger?: ReactNode;
};

/** Which models stand behind a name, and in which order they are tried. */
export function AliasSheet({ alias, offered, open, onOpenChange, trigger }: AliasSheetProps) {
  const formId = useId();
  const { save, isPending, problems } = useSave(
    ({ name, ...fields }: NewAlias) =>
      alias ? modelActs.changeAlias(alias.id, fields) : modelActs.addAlias({ name, ...fields }),
    t("saved"),
    () => onOpenChange(false),
  );
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      {...(trigger ? { trigger } : {})}
      width="wide"
      title={alias ? t("aliasForm", { name: alias.name }) : t("newAlias")}
      footer={
        <Button type="submit" form={formId} variant="primary" pending={isPending} pendingLabel={t("saving")}>
          {t("save")}
        </Button>
      }
    >
      <AliasForm formId={formId} alias={alias} offered={offered} problems={problems} onSave={save} />
    </Sheet>
  );
}
