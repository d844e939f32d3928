import type { ComponentProps } from "react";
import { type ButtonLook, buttonStyles } from "#components/ui/button-styles.ts";
import { cn } from "#components/ui/cn.ts";

export type ButtonProps = ComponentProps<"button"> &
  ButtonLook & {
    /** Work is under way: the button stays focusable, presses are ignored, and `pendingLabel` replaces its words. */
    pending?: boolean;
    pendingLabel?: string;
  };

/** A button; `type` is "button" unless said otherwise. One primary per view. */
export function Button({
  variant,
  size,
  wide,
  pending = false,
  pendingLabel,
  className,
  children,
  type = "button",
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={pending && type === "submit" ? "button" : type}
      aria-disabled={pending || rest["aria-disabled"] || undefined}
      aria-busy={pending || undefined}
      onClick={pending ? undefined : onClick}
      className={cn(buttonStyles({ variant, size, wide }), className)}
    >
      {pending && pendingLabel ? pendingLabel : children}
    </button>
  );
}
