import { Sparkline } from "#components/ui/sparkline.tsx";
import { Stat } from "#components/ui/stat.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { overview } from "#lib/messages/en/overview.ts";
import { formatNumber, formatShare } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";
import type { PortalUsage } from "#lib/telemetry/server/portal-usage.ts";

const t = translator(overview);

type FiguresProps = { usage: PortalUsage; refusals: readonly { day: string; count: number }[] };

/** Four figures with their course, one point a day. */
export function Figures({ usage, refusals }: FiguresProps) {
  const { totals, daily, days } = usage;
  const refused = refusals.slice(-days).map(({ count }) => count);
  const line = (label: string, values: readonly number[]) => (
    <Sparkline
      values={values}
      label={label}
      last={t("perDay", { value: formatNumber(values.at(-1) ?? 0) })}
    />
  );
  return (
    <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-4">
      <Stat
        label={t("people")}
        value={formatNumber(totals.people)}
        chart={line(
          t("peoplePerDay"),
          daily.map(({ people }) => people),
        )}
      />
      <Stat
        label={t("calls")}
        value={formatNumber(totals.calls)}
        chart={line(
          t("callsPerDay"),
          daily.map(({ calls }) => calls),
        )}
      />
      <Stat
        label={t("failedShare")}
        value={totals.calls > 0 ? formatShare(totals.failed / totals.calls) : t("noData")}
        chart={line(
          t("failedPerDay"),
          daily.map(({ failed }) => failed),
        )}
      />
      <Stat
        label={t("refusals")}
        value={
          <>
            {formatNumber(refused.reduce((sum, count) => sum + count, 0))}{" "}
            <TextLink href="/admin/audit?outcome=refused" className="font-normal text-small">
              {t("refusalsLink")}
            </TextLink>
          </>
        }
        chart={line(t("refusalsPerDay"), refused)}
      />
    </div>
  );
}
