"use client";

import { type PointerEvent, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { HistogramHandle } from "#components/ui/histogram-handle.tsx";
import { type BucketRange, bucketAt, rangeBetween } from "#components/ui/histogram-range.ts";
import { HistogramTable } from "#components/ui/histogram-table.tsx";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);

export type HistogramBucket = {
  /** The span of time as it shall be read: “9 May”. */
  label: string;
  count: number;
  /** How many of them were refused or failed. */
  flagged: number;
};

type HistogramProps = {
  buckets: readonly HistogramBucket[];
  /** What is drawn, in words. */
  label: string;
  /** The chosen range; null for all. */
  range: BucketRange | null;
  /** Called when a choice is made, not while dragging. */
  onRangeChange: (range: BucketRange | null) => void;
};

const height = 72;
/** What happened at all is seen, and the less so what went wrong, however high the highest bar is. */
const lowest = { bar: 2, flagged: 4 };

/** Bars over time, 72 high; dragging over them, or moving the two ends by key, chooses a range. */
export function Histogram({ buckets, label, range, onRangeChange }: HistogramProps) {
  const box = useRef<HTMLFieldSetElement>(null);
  const [drag, setDrag] = useState<{ start: number; now: number } | null>(null);
  const count = buckets.length;
  const top = Math.max(1, ...buckets.map((bucket) => bucket.count));
  const shown = drag ? rangeBetween(drag.start, drag.now, count) : (range ?? { from: 0, to: count - 1 });
  const at = (event: PointerEvent) => {
    const bounds = box.current?.getBoundingClientRect();
    return bounds?.width ? bucketAt((event.clientX - bounds.left) / bounds.width, count) : 0;
  };
  if (count === 0) return null;
  return (
    <div className="flex flex-col gap-1">
      <fieldset
        ref={box}
        className="relative min-w-0 h-18 cursor-crosshair touch-pan-y select-none border-b max-md:h-12"
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture?.(event.pointerId);
          setDrag({ start: at(event), now: at(event) });
        }}
        onPointerMove={(event) => drag && setDrag({ ...drag, now: at(event) })}
        onPointerCancel={() => setDrag(null)}
        onPointerUp={() => {
          if (drag) onRangeChange(rangeBetween(drag.start, drag.now, count));
          setDrag(null);
        }}
      >
        <legend className="sr-only">{label}</legend>
        <svg
          viewBox={`0 0 ${count} ${height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          className="absolute inset-x-0 top-0 h-18 w-full max-md:h-12"
        >
          {(range || drag) && (
            <rect
              x={shown.from}
              width={shown.to - shown.from + 1}
              height={height}
              fill="var(--accent-soft)"
            />
          )}
          {buckets.map((bucket, index) => {
            const heightOf = (count: number, least: number) =>
              count > 0 ? Math.max(least, (count / top) * (height - 4)) : 0;
            const bad = heightOf(Math.min(bucket.flagged, bucket.count), lowest.flagged);
            const all = Math.max(bad, heightOf(bucket.count, lowest.bar));
            const outside = index < shown.from || index > shown.to;
            return (
              <g key={bucket.label} opacity={outside ? 0.35 : 1}>
                <title>
                  {t("histogramBar", { time: bucket.label, count: bucket.count, flagged: bucket.flagged })}
                </title>
                <rect x={index} width="1" height={height} fill="transparent" />
                <rect x={index + 0.1} width="0.8" y={height - all} height={all} fill="var(--chart-other)" />
                <rect x={index + 0.1} width="0.8" y={height - bad} height={bad} fill="var(--danger)" />
              </g>
            );
          })}
        </svg>
        <HistogramHandle
          end="from"
          range={shown}
          labels={buckets.map((bucket) => bucket.label)}
          onMove={onRangeChange}
        />
        <HistogramHandle
          end="to"
          range={shown}
          labels={buckets.map((bucket) => bucket.label)}
          onMove={onRangeChange}
        />
      </fieldset>
      <div className="flex min-h-5 items-center justify-between gap-4 text-muted text-small">
        <span>{buckets[0]?.label}</span>
        {range && (
          <Button variant="quiet" size="small" onClick={() => onRangeChange(null)}>
            {t("rangeClear")}
          </Button>
        )}
        <span>{buckets.at(-1)?.label}</span>
      </div>
      <HistogramTable buckets={buckets} />
    </div>
  );
}
