import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";

type DisclosureProps = {
  /** Always in view: 36 high, such as a tool call or “Called 3 tools”. */
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  /** Called when it is opened or closed, for content that is made only when it is asked for. */
  onOpenChange?: (open: boolean) => void;
  framed?: boolean;
  className?: string;
};

/** A row that opens to show more; works without script. */
export function Disclosure({
  summary,
  children,
  open,
  onOpenChange,
  framed = true,
  className,
}: DisclosureProps) {
  return (
    <details
      open={open}
      onToggle={onOpenChange && ((event) => onOpenChange(event.currentTarget.open))}
      className={cn("group/disclosure min-w-0", framed && "rounded-control border bg-surface", className)}
    >
      <summary
        className={cn(
          "flex min-h-9 list-none items-center gap-2 rounded-control max-md:min-h-11 [&::-webkit-details-marker]:hidden",
          framed && "px-3 hover:bg-sunken",
        )}
      >
        <ChevronRight className="text-muted [details[open]>summary>&]:rotate-90" />
        {summary}
      </summary>
      <div className={cn(framed ? "border-t p-3" : "pt-2")}>{children}</div>
    </details>
  );
}
