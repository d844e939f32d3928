"use client";

import { togglePick, usePicks } from "#components/catalog/compare/picks.ts";
import { t } from "#components/catalog/compare/words.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { showToast } from "#components/ui/toast-store.ts";

/** Picks a tool for a comparison. */
export function CompareBox({ tool }: { tool: { slug: string; name: string } }) {
  const isPicked = usePicks().some(({ slug }) => slug === tool.slug);
  const toggle = () => {
    if (!togglePick(tool)) showToast({ title: t("full"), description: t("fullWhat") });
  };
  return (
    <Checkbox
      checked={isPicked}
      onChange={toggle}
      aria-label={t("compareTool", { tool: tool.name })}
      label={<span className="text-small">{t("compare")}</span>}
      className="min-h-6 items-center pr-1 max-md:items-center [&>span:first-child]:mt-0"
    />
  );
}
