import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "#components/ui/cn.ts";

const look = "rounded-card border bg-surface";

/** A bordered surface; `padding` is on unless the content brings its own. */
export function Card({ padded = true, className, ...rest }: ComponentProps<"div"> & { padded?: boolean }) {
  return <div {...rest} className={cn(look, padded && "p-4", className)} />;
}

/** A card that is one link as a whole; hover changes only the border. */
export function LinkCard({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link {...rest} className={cn(look, "block p-4 transition-ui hover:border-border-strong", className)} />
  );
}
