"use client";

import { type ComponentProps, lazy, Suspense } from "react";
import { SkeletonRows } from "#components/ui/skeleton.tsx";

const ToolTimeline = lazy(() =>
  import("#components/audit/tool-timeline.tsx").then((module) => ({ default: module.ToolTimeline })),
);

/** The events of one tool. Their many words are loaded apart, because few of those who open its page read them. */
export function ToolTimelineApart(props: ComponentProps<typeof ToolTimeline>) {
  return (
    <Suspense fallback={<SkeletonRows />}>
      <ToolTimeline {...props} />
    </Suspense>
  );
}
