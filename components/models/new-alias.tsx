"use client";

import { useState } from "react";
import { AliasSheet } from "#components/models/alias-sheet.tsx";
import type { OfferedModel } from "#components/models/model-order.tsx";
import { Button } from "#components/ui/button.tsx";
import { models } from "#lib/messages/en/models.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(models);

/** The button that opens the form of a new alias. */
export function NewAliasButton({ offered }: { offered: readonly OfferedModel[] }) {
  const [open, setOpen] = useState(false);
  return (
    <AliasSheet
      alias={null}
      offered={offered}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>{t("newAlias")}</Button>}
    />
  );
}
