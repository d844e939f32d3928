import { Stat } from "#components/ui/stat.tsx";
import type { DomainFacts } from "#lib/catalog/server/domain-figures.ts";
import { domains } from "#lib/messages/en/domains.ts";
import { formatNumber, formatShare } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(domains);

/** How a domain stands in three figures. */
export function DomainFigures({ figures }: { figures: DomainFacts }) {
  const { tools, successShare, judgedCalls, orphans, stale } = figures;
  const ofTools = t("ofTools", { count: tools });
  return (
    <div className="grid gap-4 md:grid-cols-3">
      <Stat
        label={t("success")}
        value={successShare === null ? t("noCalls") : formatShare(successShare)}
        detail={successShare === null ? undefined : t("successOf", { count: formatNumber(judgedCalls) })}
      />
      <Stat label={t("orphans")} value={formatNumber(orphans)} detail={ofTools} />
      <Stat label={t("stale")} value={formatNumber(stale)} detail={ofTools} />
    </div>
  );
}
