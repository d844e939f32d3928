"use client";

import { Check, Link2 } from "lucide-react";
import { useEffect, useState } from "react";
import { showToast } from "#components/ui/toast-store.ts";
import { docs } from "#lib/messages/en/docs.ts";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(docs);
const tUi = translator(ui);
const confirmationMs = 2000;

/** Leads to a heading and copies its address. */
export function HeadingLink({ id, heading }: { id: string; heading: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), confirmationMs);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => {
    const address = new URL(window.location.href);
    address.hash = id;
    navigator.clipboard.writeText(address.href).then(
      () => setCopied(true),
      () => showToast({ tone: "danger", title: tUi("copyFailed") }),
    );
  };
  const Icon = copied ? Check : Link2;
  return (
    <>
      <a
        href={`#${id}`}
        onClick={copy}
        aria-label={t("copyLink", { heading })}
        className="ml-2 inline-flex size-6 items-center justify-center rounded-chip align-middle text-muted opacity-0 transition-ui hover:text-accent focus-visible:opacity-100 group-hover/heading:opacity-100 max-md:opacity-100"
      >
        <Icon />
      </a>
      <span role="status" className="sr-only">
        {copied ? tUi("copied") : ""}
      </span>
    </>
  );
}
