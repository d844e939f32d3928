"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { useFocusReturn } from "#components/ui/focus-return.ts";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);

const widths = { narrow: "md:w-80", panel: "md:w-90", wide: "md:w-120" } as const;

type SheetProps = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  /** A row of buttons that stays in view. */
  footer?: ReactNode;
  width?: keyof typeof widths;
  side?: "left" | "right";
};

/** A side panel over the page: 320, 360 or 480 wide, and the whole screen on a phone. */
export function Sheet(props: SheetProps) {
  const {
    open,
    onOpenChange,
    trigger,
    title,
    description,
    children,
    footer,
    width = "panel",
    side = "right",
  } = props;
  const focusReturn = useFocusReturn();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 animate-fade bg-scrim" />
        <Radix.Content
          {...focusReturn}
          {...(description ? {} : { "aria-describedby": undefined })}
          className={cn(
            "fixed inset-y-0 flex w-full animate-panel flex-col border-float-edge bg-surface shadow-float",
            side === "right" ? "right-0 border-l" : "left-0 border-r",
            widths[width],
          )}
        >
          <div className="flex items-start justify-between gap-4 border-b px-4 py-3">
            <div className="flex min-w-0 flex-col">
              <Radix.Title className="text-lead">{title}</Radix.Title>
              {description && (
                <Radix.Description className="text-muted text-small">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <Button variant="quiet" size="icon" aria-label={t("close")} className="-my-1 -mr-2">
                <X />
              </Button>
            </Radix.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-4">{children}</div>
          {footer && <div className="flex flex-wrap justify-end gap-2 border-t p-4">{footer}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
