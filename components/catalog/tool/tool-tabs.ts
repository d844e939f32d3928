import { t } from "#components/catalog/tool/tool-words.ts";
import type { TabItem } from "#components/ui/tabs.tsx";
import type { ToolPage } from "#lib/catalog/schema.ts";

export const toolTabs = [
  "overview",
  "try",
  "docs",
  "trust",
  "api",
  "versions",
  "reviews",
  "activity",
] as const;
export type ToolTab = (typeof toolTabs)[number];

const labels: Readonly<Record<ToolTab, string>> = {
  overview: t("tabOverview"),
  try: t("tabTry"),
  docs: t("tabDocs"),
  trust: t("tabTrust"),
  api: t("tabApi"),
  versions: t("tabVersions"),
  reviews: t("tabReviews"),
  activity: t("tabActivity"),
};

/** The address of one part of a tool's page. */
export function toolHref(slug: string, tab: ToolTab = "overview"): string {
  return tab === "overview" ? `/catalog/${slug}` : `/catalog/${slug}?tab=${tab}`;
}

/** The list of versions with the changes of one of them open, against the one before it or an older one. */
export function versionHref(slug: string, version: string | null, since?: string): string {
  const list = toolHref(slug, "versions");
  if (version === null) return list;
  return `${list}&changes=${encodeURIComponent(version)}${since ? `&since=${encodeURIComponent(since)}` : ""}`;
}

type TabFacts = Pick<ToolPage, "slug" | "operations" | "versions">;

/** The tabs of this tool for this person: nothing to try where nothing runs here, activity for those who may see it. */
export function tabsOf(tool: TabFacts, maySeeActivity: boolean): TabItem[] {
  return toolTabs
    .filter((id) => id !== "try" || tool.operations.length > 0)
    .filter((id) => id !== "activity" || maySeeActivity)
    .map((id) => ({
      id,
      label: labels[id],
      href: toolHref(tool.slug, id),
      ...(id === "versions" ? { count: tool.versions.length } : {}),
    }));
}
