import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "#components/ui/cn.ts";

const badgeStyles = cva(
  "inline-flex max-w-full items-center gap-1 whitespace-nowrap rounded-chip border px-1.5 py-px text-small",
  {
    variants: {
      tone: {
        neutral: "border-border bg-sunken text-muted",
        outline: "border-border-strong bg-transparent text-muted",
        accent: "border-transparent bg-accent-soft text-accent",
        positive: "border-transparent bg-positive-soft text-positive",
        caution: "border-transparent bg-caution-soft text-caution",
        danger: "border-transparent bg-danger-soft text-danger",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

export type BadgeTone = NonNullable<VariantProps<typeof badgeStyles>["tone"]>;

/** A chip with a word in it. The tone adds to the word and never replaces it. */
export function Badge({ tone, className, ...rest }: ComponentProps<"span"> & { tone?: BadgeTone }) {
  return <span {...rest} className={cn(badgeStyles({ tone }), className)} />;
}
