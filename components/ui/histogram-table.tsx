import type { HistogramBucket } from "#components/ui/histogram.tsx";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);
const figures = new Intl.NumberFormat("en-GB");

/** The same figures as a table, for those who read rather than look. Empty spans are left out. */
export function HistogramTable({ buckets }: { buckets: readonly HistogramBucket[] }) {
  return (
    <details className="text-small">
      <summary className="w-fit rounded-chip text-muted hover:text-text">{t("showTable")}</summary>
      <table className="mt-2 text-left">
        <thead className="text-muted">
          <tr>
            <th className="pr-6 font-normal">{t("histogramTime")}</th>
            <th className="pr-6 text-right font-normal">{t("histogramCount")}</th>
            <th className="text-right font-normal">{t("histogramFlagged")}</th>
          </tr>
        </thead>
        <tbody>
          {buckets
            .filter((bucket) => bucket.count > 0)
            .map((bucket) => (
              <tr key={bucket.label}>
                <th scope="row" className="pr-6 font-normal">
                  {bucket.label}
                </th>
                <td className="pr-6 text-right">{figures.format(bucket.count)}</td>
                <td className="text-right">{figures.format(bucket.flagged)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </details>
  );
}
