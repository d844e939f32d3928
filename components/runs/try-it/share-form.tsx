"use client";

import { Link2 } from "lucide-react";
import { tryHref } from "#components/runs/try-it/try-address.ts";
import { Button } from "#components/ui/button.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { tryIt } from "#lib/messages/en/try-it.ts";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(tryIt);

type ShareFormProps = { slug: string; operationName: string; values: Record<string, unknown> };

/** Copies an address that opens this form with these values; nothing runs by opening it. */
export function ShareForm({ slug, operationName, values }: ShareFormProps) {
  const href = tryHref(slug, operationName, values);
  if (href === null) return null;
  const copy = () =>
    navigator.clipboard.writeText(new URL(href, window.location.origin).href).then(
      () => showToast({ title: t("shared") }),
      () => showToast({ tone: "danger", title: ui.copyFailed }),
    );
  return (
    <Button variant="quiet" onClick={copy} title={t("shareNote")}>
      <Link2 />
      {t("share")}
    </Button>
  );
}
