"use client";

import { useId, useState } from "react";
import { CeilingField } from "#components/models/ceiling-field.tsx";
import { modelActs } from "#components/models/mutations.ts";
import { useSave } from "#components/models/use-save.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { models } from "#lib/messages/en/models.ts";
import { translator } from "#lib/messages/translate.ts";
import type { ProviderView } from "#lib/models/schema.ts";

const t = translator(models);

type EmbeddedSheetProps = { provider: ProviderView; open: boolean; onOpenChange: (open: boolean) => void };

/** What can be changed about the assistant that is part of Weft. */
export function EmbeddedSheet({ provider, open, onOpenChange }: EmbeddedSheetProps) {
  const id = useId();
  const [ceiling, setCeiling] = useState(provider.dataClassCeiling);
  const [isActive, setActive] = useState(provider.isActive);
  const { save, isPending } = useSave(
    () => modelActs.changeEmbedded(provider.id, { dataClassCeiling: ceiling, isActive }),
    t("saved"),
    () => onOpenChange(false),
  );
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title={t("formEdit", { name: provider.name })}
      footer={
        <Button
          variant="primary"
          pending={isPending}
          pendingLabel={t("saving")}
          onClick={() => save(undefined)}
        >
          {t("save")}
        </Button>
      }
    >
      <div className="flex flex-col gap-5">
        <CeilingField id={`${id}-ceiling`} value={ceiling} onChange={setCeiling} />
        <Checkbox
          label={t("fieldActive")}
          hint={t("fieldActiveHint")}
          checked={isActive}
          onChange={({ target }) => setActive(target.checked)}
        />
      </div>
    </Sheet>
  );
}
