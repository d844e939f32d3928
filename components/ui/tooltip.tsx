"use client";

import { Tooltip as Radix } from "radix-ui";
import type { ReactNode } from "react";

/** One per page, in the root layout: shares the delay among all tooltips. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return <Radix.Provider delayDuration={400}>{children}</Radix.Provider>;
}

type TooltipProps = {
  text: ReactNode;
  /** The one element that is described; it must take a ref and be focusable. */
  children: ReactNode;
  side?: "top" | "right" | "bottom" | "left";
};

/** A few words about a control on hover and focus; never the only place of something one must know. */
export function Tooltip({ text, children, side = "bottom" }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="max-w-72 animate-fade rounded-control border border-float-edge bg-surface px-2 py-1 text-small text-text shadow-float"
        >
          {text}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
