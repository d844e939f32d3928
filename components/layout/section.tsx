import { type ReactNode, useId } from "react";
import { cn } from "#components/ui/cn.ts";

type SectionProps = {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
};

/** A part of a page under its own head. */
export function Section({ title, description, actions, children, className }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={cn("flex min-w-0 flex-col gap-3", className)}>
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 id={id} className="text-lead">
            {title}
          </h2>
          {description && <p className="text-muted text-small">{description}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}
