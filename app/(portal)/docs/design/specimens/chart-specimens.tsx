"use client";

import { useState } from "react";
import { Section } from "#components/layout/section.tsx";
import { Histogram } from "#components/ui/histogram.tsx";
import type { BucketRange } from "#components/ui/histogram-range.ts";
import { ScoreBar } from "#components/ui/score-bar.tsx";
import { Sparkline } from "#components/ui/sparkline.tsx";
import { Stat } from "#components/ui/stat.tsx";
import { Specimen } from "./specimen.tsx";

// A fixed wave with weekends and one bad night, so that the picture never changes by itself.
const buckets = Array.from({ length: 60 }, (_, day) => {
  const date = new Date(Date.UTC(2026, 2, 12 + day));
  const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
  const count = weekend ? 12 + (day % 5) : 130 + ((day * 37) % 60);
  return {
    label: date.toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }),
    count: day === 41 ? 212 : count,
    flagged: day === 41 ? 96 : day % 9 === 0 ? 14 : (day * 3) % 5,
  };
});
const calls = buckets.slice(-28).map((bucket) => bucket.count);

export function ChartSpecimens() {
  const [range, setRange] = useState<BucketRange | null>({ from: 38, to: 44 });
  return (
    <Section title="Charts">
      <Specimen name="Histogram" className="block">
        <Histogram
          buckets={buckets}
          label="Events per day; drag to choose a range"
          range={range}
          onRangeChange={setRange}
        />
      </Specimen>
      <div className="grid grid-cols-2 gap-4 md:grid-cols-4">
        <Stat label="People active" value="284" detail="of 412, last 28 days" />
        <Stat
          label="Calls"
          value="12,904"
          chart={<Sparkline values={calls} label="Calls per day, 28 days" last="171" />}
        />
        <Stat
          label="Failed"
          value="1.4 %"
          chart={<Sparkline values={[2, 1, 3, 1, 2, 18, 4, 1]} label="Failed share" last="1 %" />}
        />
        <Stat label="Spend" value="none" detail="no model is connected" />
      </div>
      <Specimen name="Score" className="gap-x-8">
        <ScoreBar value={0.82} label="Network inventory" text="0.82" />
        <ScoreBar value={0.41} label="Runbooks" text="0.41" />
        <ScoreBar value={0} label="Price list" text="0" />
      </Specimen>
    </Section>
  );
}
