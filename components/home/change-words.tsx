import type { ReactNode } from "react";
import { t } from "#components/home/home-words.ts";
import type { PlainItem } from "#components/home/plain-list.tsx";
import { Time } from "#components/ui/time.tsx";
import type { Change } from "#lib/catalog/home.ts";

function changeSentence({ kind, tool, detail }: Change): ReactNode {
  switch (kind) {
    case "first-published":
      return t("changeFirst", { tool: tool.name });
    case "published":
      return t("changePublished", { tool: tool.name, version: detail ?? "" });
    case "outage":
      return t("changeOutage", { tool: tool.name });
    case "outage-ended":
      return t("changeOutageEnded", { tool: tool.name });
    case "deprecated":
      return detail
        ? t("changeDeprecatedUse", { tool: tool.name, name: detail })
        : t("changeDeprecated", { tool: tool.name });
  }
}

/** The first sentence of release notes: enough to know whether to read on. */
export function firstSentence(text: string): string {
  const [first = ""] = text.trim().split(/(?<=[.!?])\s|\n/u);
  return first.length > 140 ? `${first.slice(0, 137).trimEnd()}…` : first;
}

/** A change as one line of Home. */
export function changeItem(change: Change): PlainItem {
  const tab = change.kind.endsWith("published") ? "?tab=versions" : "";
  return {
    id: `${change.kind} ${change.id}`,
    text: changeSentence(change),
    href: `/catalog/${change.tool.slug}${tab}`,
    note: (
      <>
        {change.note && `${firstSentence(change.note)} · `}
        <Time value={change.at} />
      </>
    ),
  };
}
