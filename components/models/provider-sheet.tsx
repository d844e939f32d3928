"use client";

import { type ReactNode, useId } from "react";
import { modelActs } from "#components/models/mutations.ts";
import { ProviderForm } from "#components/models/provider-form.tsx";
import { useSave } from "#components/models/use-save.ts";
import { Button } from "#components/ui/button.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { models } from "#lib/messages/en/models.ts";
import { translator } from "#lib/messages/translate.ts";
import type { NewProvider, ProviderChange } from "#lib/models/administration.ts";
import type { ProviderView } from "#lib/models/schema.ts";

const t = translator(models);

type ProviderSheetProps = {
  provider: ProviderView | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  trigger?: ReactNode;
};

/** The form of a model server beside the list. */
export function ProviderSheet({ provider, open, onOpenChange, trigger }: ProviderSheetProps) {
  const formId = useId();
  const close = () => onOpenChange(false);
  const adding = useSave((input: NewProvider) => modelActs.add(input), t("saved"), close);
  const changing = useSave(
    (input: ProviderChange) => modelActs.change(provider?.id ?? "", input),
    t("saved"),
    close,
  );
  const { isPending, problems } = provider ? changing : adding;
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      {...(trigger ? { trigger } : {})}
      width="wide"
      title={provider ? t("formEdit", { name: provider.name }) : t("formNew")}
      footer={
        <Button type="submit" form={formId} variant="primary" pending={isPending} pendingLabel={t("saving")}>
          {t("save")}
        </Button>
      }
    >
      <ProviderForm
        formId={formId}
        provider={provider}
        problems={problems}
        onAdd={adding.save}
        onChange={changing.save}
      />
    </Sheet>
  );
}
