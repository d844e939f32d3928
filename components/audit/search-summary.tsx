import {
  type AuditSearch,
  auditAddress,
  filtersInForce,
  type Narrowing,
} from "#components/audit/audit-address.ts";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { useIsInBrowser } from "#components/ui/now.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { formatTime } from "#components/ui/time-words.ts";
import { typeWords } from "#lib/audit/describe-event.ts";
import type { AuditHistogram, AuditPage } from "#lib/audit/schema.ts";
import { audit } from "#lib/messages/en/audit.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(audit);

const labels = {
  words: "words",
  actorId: "person",
  targetId: "target",
  type: "type",
  outcome: "outcome",
  source: "source",
  domainId: "domain",
  runId: "run",
  conversationId: "conversation",
  requestId: "request",
  ruleId: "rule",
} as const satisfies Record<Narrowing, keyof typeof audit>;

type SearchSummaryProps = {
  search: AuditSearch;
  page: AuditPage;
  names: { readonly actor: string | null; readonly target: string | null };
  domains: Readonly<Record<string, string>>;
  rules: Readonly<Record<string, string>>;
  /** Of all that is drawn. */
  histogram: AuditHistogram;
};

/** How many events there are, and the filters in force, each with its cross. */
export function SearchSummary({ search, page, names, domains, rules, histogram }: SearchSummaryProps) {
  const zone = useIsInBrowser() ? undefined : "UTC";
  const { event, by, ...kept } = search;
  const shownValue = (name: Narrowing, value: string): string => {
    if (name === "actorId") return names.actor ?? value;
    if (name === "targetId") return names.target ?? value;
    if (name === "domainId") return domains[value] ?? value;
    if (name === "ruleId") return rules[value] ?? t("ruleGone");
    if (name === "type") return typeWords(value);
    if (name === "outcome" && search.outcome) return t(`outcome-${search.outcome}`);
    if (name === "source" && search.source) return t(`source-${search.source}`);
    return value;
  };
  const filters = filtersInForce(search).map(({ name, value }) => ({
    name: t(labels[name]),
    value: shownValue(name, value),
    removeHref: auditAddress({ ...kept, [name]: undefined }),
  }));
  if (search.from || search.to) {
    const edge = (moment: string | undefined) =>
      moment ? formatTime(Date.parse(moment), "minute", zone) : "…";
    filters.push({
      name: t("range"),
      value: `${edge(search.from)} – ${edge(search.to)}`,
      removeHref: auditAddress({ ...kept, from: undefined, to: undefined }),
    });
  }
  if (search.reads === "shown") {
    const removeHref = auditAddress({ ...kept, reads: undefined });
    filters.push({ name: t("readsShown"), value: t("readsShownValue"), removeHref });
  }
  const count = t(page.hasMore ? "countMore" : "count", { count: page.total });
  const sum = (key: "refused" | "failed") => histogram.buckets.reduce((all, bucket) => all + bucket[key], 0);
  const [refused, failed] = search.outcome ? [0, 0] : [sum("refused"), sum("failed")];
  const hasSample = !search.source && page.events.some((each) => each.source === "sample");
  const quick: { label: string; change: AuditSearch }[] = [
    ...(refused > 0
      ? [{ label: t("onlyRefused", { count: refused }), change: { outcome: "refused" as const } }]
      : []),
    ...(failed > 0
      ? [{ label: t("onlyFailed", { count: failed }), change: { outcome: "failed" as const } }]
      : []),
    ...(hasSample ? [{ label: t("hideSample"), change: { source: "live" as const } }] : []),
  ];
  return (
    <FilterBar
      count={filters.length > 0 ? `${count}, ${t("countFilters", { count: filters.length })}` : count}
      filters={filters}
      clearHref={auditAddress({ span: search.span })}
    >
      {quick.map(({ label, change }) => (
        <TextLink
          key={label}
          href={auditAddress({ ...kept, ...change })}
          scroll={false}
          prefetch={false}
          className="text-small"
        >
          {label}
        </TextLink>
      ))}
    </FilterBar>
  );
}
