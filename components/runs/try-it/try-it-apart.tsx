"use client";

import { type ComponentProps, lazy, Suspense } from "react";
import { SkeletonRows } from "#components/ui/skeleton.tsx";

const TryIt = lazy(() =>
  import("#components/runs/try-it/try-it.tsx").then((module) => ({ default: module.TryIt })),
);

/** The forms of a tool. Their scripts are loaded apart, because the other parts of its page do without them. */
export function TryItApart(props: ComponentProps<typeof TryIt>) {
  return (
    <Suspense fallback={<SkeletonRows />}>
      <TryIt {...props} />
    </Suspense>
  );
}
