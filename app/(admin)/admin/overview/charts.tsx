import { type Bar, BarChart } from "#components/ui/bar-chart.tsx";
import { Card } from "#components/ui/card.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { overview } from "#lib/messages/en/overview.ts";
import { policies } from "#lib/messages/en/policies.ts";
import { formatNumber, formatShare } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";
import type { DomainUse } from "#lib/telemetry/server/portal-usage.ts";
import { type Named, withOthers } from "./bars.ts";

const t = translator(overview);
const tPolicies = translator(policies);
const mostBars = 8;

const sumOf = (bars: readonly Bar[]) => bars.reduce((sum, { value }) => sum + value, 0);

/** Calls by the domain of the tool; the title says who uses most. */
export function UseByDomain({ use, domains }: { use: readonly DomainUse[]; domains: readonly Named[] }) {
  const names = new Map(domains.map(({ id, name }) => [id, name]));
  const bars = withOthers(
    use.map(({ domainId, calls, failed }) => ({
      id: domainId,
      label: names.get(domainId) ?? domainId,
      value: calls,
      flagged: failed,
    })),
    mostBars,
    t("otherBars"),
  );
  const [first] = bars;
  if (!first) return <Card>{t("noUse")}</Card>;
  const calls = sumOf(bars);
  const title =
    bars.length === 1
      ? t("useByDomainOne", { domain: first.label, calls: formatNumber(calls) })
      : t("useByDomain", {
          domain: first.label,
          share: formatShare(first.value / calls),
          calls: formatNumber(calls),
        });
  return (
    <Card>
      <BarChart
        title={title}
        bars={bars}
        heads={{ label: t("domain"), value: t("calls"), flagged: t("failed") }}
      />
    </Card>
  );
}

type RefusalsProps = { refusals: readonly { key: string; count: number }[]; rules: readonly Named[] };
type Basis = keyof typeof policies & `basis-${string}`;

/** Refusals by the rule that decided; the title says which one stops most. */
export function RefusalsByRule({ refusals, rules }: RefusalsProps) {
  const titles = new Map(rules.map(({ id, name }) => [id, name]));
  const labelOf = (key: string) => {
    const basis = `basis-${key}`;
    return titles.get(key) ?? (basis in policies ? tPolicies(basis as Basis) : t("ruleGone"));
  };
  const bars = withOthers(
    refusals.map(({ key, count }) => ({
      id: key,
      label: labelOf(key),
      value: count,
      ...(titles.has(key) ? { href: `/admin/policies?rule=${key}` } : {}),
    })),
    mostBars,
    t("otherBars"),
  );
  const [first] = bars;
  if (!first) return <Card>{t("noRefusals")}</Card>;
  const title = t("refusalsByRule", {
    rule: first.label,
    count: formatNumber(first.value),
    all: formatNumber(sumOf(bars)),
  });
  return (
    <Card>
      <BarChart
        title={title}
        bars={bars}
        heads={{ label: t("rule"), value: t("refusals") }}
        labelOf={(bar) => (bar.href ? <TextLink href={bar.href}>{bar.label}</TextLink> : bar.label)}
      />
    </Card>
  );
}
