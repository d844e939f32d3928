import type { ComponentProps } from "react";
import { cn } from "#components/ui/cn.ts";
import { controlStyles } from "#components/ui/control-styles.ts";

/** Several lines of text; grows with its content; limit it with a `max-h-*` class. */
export function Textarea({
  className,
  mono = false,
  rows = 3,
  ...rest
}: ComponentProps<"textarea"> & { mono?: boolean }) {
  return (
    <textarea
      {...rest}
      rows={rows}
      className={cn(
        controlStyles,
        "field-sizing-content min-h-20 resize-y py-1.5 read-only:bg-sunken",
        mono && "text-code",
        className,
      )}
    />
  );
}
