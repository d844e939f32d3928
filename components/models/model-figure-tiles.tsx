import { costInWords } from "#components/models/cost-words.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { Stat } from "#components/ui/stat.tsx";
import { models } from "#lib/messages/en/models.ts";
import { formatDuration, formatNumber, formatShare } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";
import type { ModelFigures } from "#lib/models/figures.ts";

const t = translator(models);

function middle(value: { p50: number; p95: number } | null) {
  if (!value) return { value: t("notMeasured"), detail: undefined };
  return {
    value: formatDuration(value.p50),
    detail: t("ninetyFive", { duration: formatDuration(value.p95) }),
  };
}

/** What our own traffic says of a model. */
export function ModelFigureTiles({ figures }: { figures: ModelFigures }) {
  if (figures.calls === 0) return <EmptyState>{t("figuresEmpty")}</EmptyState>;
  const { calls, failedShare, tokensIn, tokensOut, tokensCached, cost } = figures;
  return (
    <div className="flex flex-col gap-2">
      {figures.hasSample && <SampleChip />}
      <div className="grid gap-3 md:grid-cols-2 lg:grid-cols-3">
        <Stat label={t("columnCalls")} value={formatNumber(calls)} />
        <Stat label={t("firstWord")} {...middle(figures.firstToken)} />
        <Stat label={t("wholeAnswer")} {...middle(figures.duration)} />
        <Stat
          label={t("columnFailed")}
          value={failedShare === null ? t("notMeasured") : formatShare(failedShare)}
          detail={t("failedText")}
        />
        <Stat
          label={t("tokensLabel")}
          value={t("tokensWords", { in: formatNumber(tokensIn), out: formatNumber(tokensOut) })}
          detail={tokensCached > 0 ? t("tokensCached", { tokens: formatNumber(tokensCached) }) : undefined}
        />
        <Stat label={t("columnCost")} value={costInWords(cost)} detail={t("costText")} />
      </div>
    </div>
  );
}
