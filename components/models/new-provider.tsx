"use client";

import { useState } from "react";
import { ProviderSheet } from "#components/models/provider-sheet.tsx";
import { Button } from "#components/ui/button.tsx";
import { models } from "#lib/messages/en/models.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(models);

/** The button that opens the form of a new model server. */
export function NewProviderButton() {
  const [open, setOpen] = useState(false);
  return (
    <ProviderSheet
      provider={null}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="primary">{t("connect")}</Button>}
    />
  );
}
