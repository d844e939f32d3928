import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";

type EmptyStateProps = {
  /** One sentence that says why it is empty or what will stand here. */
  children: ReactNode;
  /** One button or link: what to do next. */
  action?: ReactNode;
  className?: string;
};

/** Where a list is empty: one sentence and one button. */
export function EmptyState({ children, action, className }: EmptyStateProps) {
  return (
    <div className={cn("flex flex-col items-start gap-3 rounded-card border border-dashed p-6", className)}>
      <p className="max-w-[60ch] text-muted">{children}</p>
      {action}
    </div>
  );
}
