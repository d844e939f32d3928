"use client";

import { t } from "#components/publishing/draft/settings-words.ts";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { useIsInBrowser } from "#components/ui/now.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

/** Where a tool stands by itself, to be opened, sent on, or put into a frame. */
export function UseAddress({ slug }: { slug: string }) {
  const path = `/use/${slug}`;
  const address = `${useIsInBrowser() ? window.location.origin : ""}${path}`;
  return (
    <div className="flex flex-col gap-1">
      <p className="font-semibold">{t("useAddress")}</p>
      <p className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
        <TextLink href={path} className="min-w-0 break-all text-code">
          {address}
        </TextLink>
        <CopyButton text={address} label={t("copyUseAddress")} withWords />
      </p>
    </div>
  );
}
