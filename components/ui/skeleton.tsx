import { cn } from "#components/ui/cn.ts";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);

/** The place of something that is loading; stays invisible for the first 150 ms. Size it by class. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span aria-hidden="true" className={cn("block h-4 animate-late rounded-chip bg-border", className)} />
  );
}

/** Says once to screen readers that the region loads; put the skeletons inside. */
export function Loading({
  children,
  label,
  className,
}: {
  children: React.ReactNode;
  label?: string;
  className?: string;
}) {
  return (
    <div role="status" aria-busy="true" className={className}>
      <span className="sr-only">{label ?? t("loading")}</span>
      {children}
    </div>
  );
}

const rowWidths = ["w-3/5", "w-2/5", "w-1/2", "w-1/3"];
const rowNames = Array.from({ length: 50 }, (_, row) => `row-${row}`);

/** Rows as in a table: a main column and two short ones. */
export function SkeletonRows({ rows = 6, dense }: { rows?: number; dense?: boolean }) {
  return (
    <Loading className="rounded-card border bg-surface">
      {rowNames.slice(0, rows).map((name, row) => (
        <span
          key={name}
          className={cn("flex items-center gap-6 border-b px-4 last:border-b-0", dense ? "h-9" : "h-11")}
        >
          <span className="flex-1">
            <Skeleton className={rowWidths[row % rowWidths.length]} />
          </span>
          <Skeleton className="w-20 max-md:hidden" />
          <Skeleton className="w-14" />
        </span>
      ))}
    </Loading>
  );
}
