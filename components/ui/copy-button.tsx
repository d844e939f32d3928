"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);
const confirmationMs = 2000;

type CopyButtonProps = {
  text: string;
  /** Name of the button; “Copy” unless there are several in view. */
  label?: string;
  /** Shows the words beside the icon. */
  withWords?: boolean;
  className?: string;
};

/** Copies a text and says so. */
export function CopyButton({ text, label = t("copy"), withWords = false, className }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), confirmationMs);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => showToast({ tone: "danger", title: t("copyFailed") }),
    );
  };
  const Icon = copied ? Check : Copy;
  const name = copied ? t("copied") : label;
  const button = (
    <Button
      variant="quiet"
      size={withWords ? "control" : "icon"}
      onClick={copy}
      aria-label={withWords ? undefined : name}
      className={className}
    >
      <Icon />
      {withWords && name}
    </Button>
  );
  return (
    <>
      {withWords ? button : <Tooltip text={name}>{button}</Tooltip>}
      <span role="status" className="sr-only">
        {copied ? t("copied") : ""}
      </span>
    </>
  );
}
