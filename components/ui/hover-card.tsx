"use client";

import { HoverCard as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";

type HoverCardProps = {
  trigger: ReactNode;
  children: ReactNode;
  side?: "top" | "bottom";
  className?: string;
};

/** A preview on hover and focus of something that can also be opened; never the only way to it. */
export function HoverCard({ trigger, children, side = "bottom", className }: HoverCardProps) {
  return (
    <Radix.Root openDelay={200} closeDelay={120}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          align="start"
          sideOffset={6}
          collisionPadding={8}
          className={cn("float w-90 max-w-[calc(100vw-1rem)] animate-fade p-3", className)}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
