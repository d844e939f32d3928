"use client";

import { Histogram } from "#components/ui/histogram.tsx";
import { useIsInBrowser } from "#components/ui/now.tsx";
import { formatTime } from "#components/ui/time-words.ts";
import type { AuditHistogram } from "#lib/audit/schema.ts";
import { audit } from "#lib/messages/en/audit.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(audit);
const daySeconds = 86_400;

type TrailHistogramProps = {
  histogram: AuditHistogram;
  from: string | undefined;
  to: string | undefined;
  onRange: (range: { from: string; to: string } | null) => void;
};

/** Events over time; a range chosen in it narrows the list. */
export function TrailHistogram({ histogram, from, to, onRange }: TrailHistogramProps) {
  const { buckets, bucketSeconds } = histogram;
  const inBrowser = useIsInBrowser();
  const isByDay = bucketSeconds >= daySeconds;
  // Buckets of a day and longer begin at midnight UTC, wherever the reader is.
  const zone = inBrowser && !isByDay ? undefined : "UTC";
  const starts = buckets.map(({ start }) => Date.parse(start));
  const endOf = (start: number) => start + bucketSeconds * 1000;
  const first = from === undefined ? 0 : starts.findIndex((start) => endOf(start) > Date.parse(from));
  const last = to === undefined ? starts.length - 1 : starts.findLastIndex((start) => start < Date.parse(to));
  const isChosen = (from !== undefined || to !== undefined) && first !== -1 && last >= first;
  const shown = buckets.map((bucket, at) => ({
    label: formatTime(starts[at] ?? 0, isByDay ? "date" : "short", zone),
    count: bucket.total,
    flagged: bucket.refused + bucket.failed,
  }));
  return (
    <Histogram
      label={t("histogram")}
      buckets={shown}
      range={isChosen ? { from: first, to: last } : null}
      onRangeChange={(range) => {
        const begin = range && starts[range.from];
        const end = range && starts[range.to];
        if (begin === null || end === null || begin === undefined || end === undefined) return onRange(null);
        onRange({ from: new Date(begin).toISOString(), to: new Date(endOf(end)).toISOString() });
      }}
    />
  );
}
