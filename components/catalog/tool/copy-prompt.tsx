"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { t } from "#components/catalog/tool/tool-words.ts";
import { Button } from "#components/ui/button.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { ui } from "#lib/messages/en/ui.ts";

/** The main action of a prompt tool while no model is connected. */
export function CopyPrompt({ prompt }: { prompt: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(prompt).then(
      () => setCopied(true),
      () => showToast({ tone: "danger", title: ui.copyFailed }),
    );
  return (
    <Button variant="primary" wide onClick={copy}>
      {isCopied ? <Check /> : <Copy />}
      <span aria-live="polite">{isCopied ? ui.copied : t("copyPrompt")}</span>
    </Button>
  );
}
