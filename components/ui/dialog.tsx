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

type DialogProps = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The element that opens it, when the dialog keeps its own state. */
  trigger?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, right-bound; the primary one last. */
  footer?: ReactNode;
  wide?: boolean;
};

/** A question or a short form over the page; closes with Escape and gives the focus back. */
export function Dialog({
  open,
  onOpenChange,
  trigger,
  title,
  description,
  children,
  footer,
  wide,
}: DialogProps) {
  const focusReturn = useFocusReturn();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 grid animate-fade place-items-center overflow-y-auto bg-scrim p-4">
          <Radix.Content
            {...focusReturn}
            {...(description ? {} : { "aria-describedby": undefined })}
            className={cn(
              "float flex w-full animate-rise flex-col gap-4 p-6",
              wide ? "max-w-160" : "max-w-120",
            )}
          >
            <div className="flex items-start justify-between gap-4">
              <div className="flex min-w-0 flex-col gap-1">
                <Radix.Title className="text-title">{title}</Radix.Title>
                {description && <Radix.Description className="text-muted">{description}</Radix.Description>}
              </div>
              <Radix.Close asChild>
                <Button variant="quiet" size="icon" aria-label={t("close")} className="-mt-1 -mr-2">
                  <X />
                </Button>
              </Radix.Close>
            </div>
            {children}
            {footer && (
              <div className="flex flex-wrap justify-end gap-2 max-md:flex-col-reverse">{footer}</div>
            )}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Put around a button in the footer that only closes. */
export const DialogClose = Radix.Close;
