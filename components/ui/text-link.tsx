import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "#components/ui/cn.ts";

/** A link in running text. Underlined, because colour alone does not tell it from the words around it. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      className={cn(
        "rounded-chip text-accent underline decoration-1 underline-offset-3 transition-ui hover:text-accent-hover",
        className,
      )}
    />
  );
}
