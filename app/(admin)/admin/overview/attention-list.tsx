import type { ReactNode } from "react";
import { concernSentence } from "#components/catalog/concern-list.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { Status, type StatusTone } from "#components/ui/status.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import type { Concern } from "#lib/catalog/concerns.ts";
import { overview } from "#lib/messages/en/overview.ts";
import { translator } from "#lib/messages/translate.ts";
import type { Attention } from "./attention.ts";

const t = translator(overview);

type Line = {
  key: string;
  tone: StatusTone;
  sentence: ReactNode;
  action: string;
  href: string;
  isSample?: boolean;
};

function hrefOfConcern({ kind, tool }: Concern): string {
  if (kind === "blocked") return "/admin/policies";
  if (kind === "failing" || kind === "outage" || kind === "suspended")
    return `/catalog/${tool.slug}?tab=activity`;
  return `/catalog/${tool.slug}?tab=trust`;
}

function lineOf(item: Attention): Line {
  switch (item.kind) {
    case "setup":
      return {
        key: "setup",
        tone: "danger",
        sentence: t("setupMissing", { count: item.missing }),
        action: t("setupAction"),
        href: "/setup",
      };
    case "concern":
      return {
        key: `${item.concern.tool.slug} ${item.concern.kind} ${item.concern.facts.name}`,
        tone: item.concern.kind === "review-expired" ? "caution" : "danger",
        sentence: concernSentence(item.concern),
        action: t(`act-${item.concern.kind}`),
        href: hrefOfConcern(item.concern),
      };
    case "provider":
      return {
        key: item.provider.id,
        tone: "danger",
        sentence: t("providerFails", { name: item.provider.name }),
        action: t("providerAction"),
        href: "/admin/models",
      };
    case "burst": {
      const { actor, target, times, from, to } = item.burst;
      const filter = { actorId: actor.id, targetId: target.id, outcome: "refused", from, to: afterEnd(to) };
      return {
        key: `${actor.id} ${target.id} ${from}`,
        tone: "caution",
        sentence: (
          <>
            {t("burst", { name: actor.name, target: target.name, count: times })} <Time value={to} />.
          </>
        ),
        action: t("burstAction"),
        href: `/admin/audit?${new URLSearchParams(filter)}`,
        isSample: item.burst.source === "sample",
      };
    }
    case "without-outcome":
      return {
        key: "without-outcome",
        tone: "caution",
        sentence: t("withoutOutcome", { count: item.count }),
        action: t("withoutOutcomeAction"),
        href: "/admin/audit?span=24h&outcome=intended",
      };
    case "rule":
      return {
        key: item.rule.id,
        tone: "caution",
        sentence: (
          <>
            {t("ruleDue", { name: item.rule.title })}{" "}
            {item.rule.reviewAt && <Time value={item.rule.reviewAt} />}.
          </>
        ),
        action: t("ruleAction"),
        href: `/admin/policies?rule=${item.rule.id}`,
      };
    case "search":
      return {
        key: item.search.query,
        tone: "neutral",
        sentence: t("searched", { count: item.search.times, query: item.search.query }),
        action: t("searchAction"),
        href: `/catalog?q=${encodeURIComponent(item.search.query)}`,
      };
  }
}

/** The end of a stretch of time is left out, so it is put behind the last event. */
function afterEnd(to: string): string {
  return new Date(Date.parse(to) + 60_000).toISOString();
}

/** What needs attention: a sentence and one action each, most urgent first. */
export function AttentionList({ items }: { items: readonly Attention[] }) {
  return (
    <ul className="rounded-card border bg-surface">
      {items.map(lineOf).map((line) => (
        <li
          key={line.key}
          className="flex items-baseline justify-between gap-x-4 gap-y-1 border-b px-4 py-2.5 last:border-b-0 max-md:flex-col"
        >
          <Status tone={line.tone} className="items-baseline">
            {line.sentence} {line.isSample && <SampleChip />}
          </Status>
          <TextLink href={line.href} className="shrink-0 max-md:ml-3.5" prefetch={false}>
            {line.action}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
