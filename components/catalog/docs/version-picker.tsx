"use client";

import { useRouter } from "next/navigation";
import { useId } from "react";
import { t } from "#components/catalog/docs/docs-words.ts";
import { Select } from "#components/ui/select.tsx";
import { docsHref } from "#lib/catalog/docs/address.ts";

type VersionPickerProps = {
  slug: string;
  page: string | null;
  shown: string;
  versions: readonly { readonly version: string; readonly isCurrent: boolean }[];
};

/** Leads to the same page in another version. */
export function VersionPicker({ slug, page, shown, versions }: VersionPickerProps) {
  const router = useRouter();
  const id = useId();
  if (versions.length < 2) return null;
  const open = (version: string) => {
    const isCurrent = versions.some((one) => one.version === version && one.isCurrent);
    router.push(docsHref(slug, { page, version: isCurrent ? null : version }), { scroll: false });
  };
  return (
    <div className="flex items-center gap-2">
      <label htmlFor={id} className="text-muted text-small">
        {t("version")}
      </label>
      <Select id={id} value={shown} onChange={(event) => open(event.target.value)}>
        {versions.map(({ version, isCurrent }) => (
          <option key={version} value={version}>
            {isCurrent ? t("versionCurrent", { version }) : version}
          </option>
        ))}
      </Select>
    </div>
  );
}
