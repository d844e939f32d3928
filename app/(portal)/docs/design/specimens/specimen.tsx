import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";

type SpecimenProps = { name: string; children: ReactNode; className?: string };

/** One part with its name. */
export function Specimen({ name, children, className }: SpecimenProps) {
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <h3 className="text-muted text-small">{name}</h3>
      <div className={cn("flex min-w-0 flex-wrap items-center gap-3", className)}>{children}</div>
    </div>
  );
}
