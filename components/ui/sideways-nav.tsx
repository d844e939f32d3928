"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { cn } from "#components/ui/cn.ts";

type SidewaysNavProps = { label: string; current: string; className?: string; children: ReactNode };

/** A row of links that scrolls sideways on a phone and begins where the current one is in view. */
export function SidewaysNav({ label, current, className, children }: SidewaysNavProps) {
  const row = useRef<HTMLElement>(null);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (shown.current === current || !row.current) return;
    shown.current = current;
    const link = row.current.querySelector("[aria-current=page]");
    if (!link) return;
    // Not scrollIntoView, which moves the page as well.
    const frame = row.current.getBoundingClientRect();
    const { left, width } = link.getBoundingClientRect();
    row.current.scrollLeft += left - frame.left - (frame.width - width) / 2;
  }, [current]);
  return (
    <nav ref={row} aria-label={label} className={cn("scrollbar-none overflow-x-auto border-b", className)}>
      {children}
    </nav>
  );
}
