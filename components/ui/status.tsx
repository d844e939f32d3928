import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";

export type StatusTone = "positive" | "caution" | "danger" | "neutral" | "active";

// Each tone has a shape of its own, for eyes and prints that do not tell the colours apart.
const shapes: Record<StatusTone, ReactNode> = {
  positive: <circle cx="4" cy="4" r="4" fill="currentColor" />,
  caution: <path d="M4 .4 8 7.6H0z" fill="currentColor" />,
  danger: <rect x=".6" y=".6" width="6.8" height="6.8" fill="currentColor" />,
  neutral: <circle cx="4" cy="4" r="3.25" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  active: (
    <>
      <circle cx="4" cy="4" r="3.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M4 .75a3.25 3.25 0 0 1 0 6.5z" fill="currentColor" />
    </>
  ),
};

const colours: Record<StatusTone, string> = {
  positive: "text-positive",
  caution: "text-caution",
  danger: "text-danger",
  neutral: "text-muted",
  active: "text-accent",
};

type StatusProps = { tone: StatusTone; children: ReactNode; className?: string };

/** A state in a word, with a dot whose shape and colour repeat it. */
export function Status({ tone, children, className }: StatusProps) {
  return (
    <span className={cn("inline-flex items-center gap-1.5", className)}>
      <svg
        viewBox="0 0 8 8"
        width="8"
        height="8"
        aria-hidden="true"
        className={cn("shrink-0", colours[tone])}
      >
        {shapes[tone]}
      </svg>
      <span>{children}</span>
    </span>
  );
}
