import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";

export type KeyValueItem = { key: string; value: ReactNode };

type KeyValueListProps = {
  items: readonly KeyValueItem[];
  /** `row`: name left, value right of it; `stack`: name above value, in columns where there is room. */
  layout?: "row" | "stack";
  className?: string;
};

/** Facts about one thing: name and value. */
export function KeyValueList({ items, layout = "row", className }: KeyValueListProps) {
  const row = layout === "row";
  return (
    <dl
      className={cn(
        row
          ? "grid grid-cols-[minmax(6rem,max-content)_minmax(0,1fr)] gap-x-6 gap-y-2"
          : "grid grid-cols-2 gap-x-6 gap-y-4 md:grid-cols-[repeat(auto-fit,minmax(8rem,1fr))]",
        className,
      )}
    >
      {items.map((item) => (
        <div key={item.key} className={row ? "contents" : "min-w-0"}>
          <dt className={cn("text-muted", row ? "" : "text-small")}>{item.key}</dt>
          <dd className="min-w-0">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
