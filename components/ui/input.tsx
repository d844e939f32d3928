import type { ComponentProps } from "react";
import { cn } from "#components/ui/cn.ts";
import { controlStyles } from "#components/ui/control-styles.ts";

/** One line of text. `mono` for ids, keys and queries. */
export function Input({
  className,
  mono = false,
  type = "text",
  ...rest
}: ComponentProps<"input"> & { mono?: boolean }) {
  return (
    <input
      {...rest}
      type={type}
      className={cn(controlStyles, "h-control read-only:bg-sunken", mono && "text-code", className)}
    />
  );
}
