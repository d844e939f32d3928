"use client";

import { t } from "#components/catalog/compare/words.ts";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { useIsInBrowser } from "#components/ui/now.tsx";

/** Copies the address of a page with its host, for a colleague. */
export function CopyAddress({ href }: { href: string }) {
  const origin = useIsInBrowser() ? window.location.origin : "";
  return <CopyButton text={`${origin}${href}`} label={t("copyLink")} withWords />;
}
