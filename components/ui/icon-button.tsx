"use client";

import type { ReactNode } from "react";
import { Button, type ButtonProps } from "#components/ui/button.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";

type IconButtonProps = Omit<ButtonProps, "aria-label" | "size" | "wide" | "children"> & {
  /** The name for screen readers and the tooltip. */
  label: string;
  children: ReactNode;
  side?: "top" | "right" | "bottom" | "left";
};

/** A button that shows only an icon; its label is the tooltip. */
export function IconButton({ label, children, side, variant = "quiet", ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} side={side}>
      <Button {...rest} aria-label={label} variant={variant} size="icon">
        {children}
      </Button>
    </Tooltip>
  );
}
