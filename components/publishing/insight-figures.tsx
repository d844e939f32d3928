import { t } from "#components/publishing/desk-words.ts";
import { Stat } from "#components/ui/stat.tsx";
import type { ToolPage } from "#lib/catalog/schema.ts";
import { formatDuration, formatNumber, formatShare } from "#lib/messages/format.ts";

/** Figures of 28 days, each beside what was promised, and who follows. */
export function InsightFigures({ tool, followers }: { tool: ToolPage; followers: number }) {
  const { usage, sloSuccess, sloP95Ms, questions } = tool;
  const open = questions.filter(({ answer }) => answer === null).length;
  return (
    <div className="grid grid-cols-2 gap-4 lg:grid-cols-5">
      <Stat
        label={t("calls")}
        value={formatNumber(usage.calls)}
        detail={t("callsDetail", { people: t("people", { count: usage.people }) })}
      />
      <Stat
        label={t("success")}
        value={usage.successShare === null ? t("noCalls") : formatShare(usage.successShare)}
        detail={
          sloSuccess === null ? t("noPromise") : t("successPromised", { share: formatShare(sloSuccess) })
        }
      />
      <Stat
        label={t("p95")}
        value={usage.p95Ms === null ? t("noCalls") : formatDuration(usage.p95Ms)}
        detail={sloP95Ms === null ? t("p95Detail") : t("p95Promised", { duration: formatDuration(sloP95Ms) })}
      />
      <Stat
        label={t("openQuestions")}
        value={formatNumber(open)}
        detail={t("openQuestionsDetail", { count: questions.length - open })}
      />
      <Stat label={t("followers")} value={formatNumber(followers)} detail={t("followersDetail")} />
    </div>
  );
}
