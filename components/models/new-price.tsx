"use client";

import { useId, useState } from "react";
import { modelActs } from "#components/models/mutations.ts";
import { PriceForm } from "#components/models/price-form.tsx";
import { useSave } from "#components/models/use-save.ts";
import { Button } from "#components/ui/button.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { models } from "#lib/messages/en/models.ts";
import { translator } from "#lib/messages/translate.ts";
import type { NewPrice } from "#lib/models/prices.ts";

const t = translator(models);

/** The button that opens the form of a new price. */
export function NewPriceButton({ modelId }: { modelId: string }) {
  const formId = useId();
  const [open, setOpen] = useState(false);
  const { save, isPending, problems } = useSave(
    (price: NewPrice) => modelActs.addPrice(modelId, price),
    t("saved"),
    () => setOpen(false),
  );
  return (
    <Sheet
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>{t("newPrice")}</Button>}
      title={t("newPrice")}
      description={t("newPriceText")}
      footer={
        <Button type="submit" form={formId} variant="primary" pending={isPending} pendingLabel={t("saving")}>
          {t("save")}
        </Button>
      }
    >
      {open && <PriceForm formId={formId} problems={problems} onSave={save} />}
    </Sheet>
  );
}
