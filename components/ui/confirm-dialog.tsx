"use client";

import { AlertDialog as Radix } from "radix-ui";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { useFocusReturn } from "#components/ui/focus-return.ts";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);

type ConfirmDialogProps = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactNode;
  /** The question, such as “Block Ticket desk?”. */
  title: ReactNode;
  /** What will happen to whom, in full sentences. */
  consequence: ReactNode;
  /** The act as a verb: “Block”, never “OK”. */
  confirmLabel: string;
  pendingLabel?: string;
  danger?: boolean;
  /** Further input, such as a reason. */
  children?: ReactNode;
  confirmDisabled?: boolean;
  /** The dialog closes when the promise is fulfilled and stays open when it is not. */
  onConfirm: () => Promise<unknown> | undefined;
};

/** Asks before something that cannot be taken back, and names the consequence. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const [ownOpen, setOwnOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const focusReturn = useFocusReturn();
  const open = props.open ?? ownOpen;
  const setOpen = (next: boolean) => {
    setOwnOpen(next);
    props.onOpenChange?.(next);
  };
  const confirm = () => {
    setPending(true);
    Promise.resolve(props.onConfirm())
      .then(() => setOpen(false))
      // The caller tells the person what went wrong; the dialog only stays, with its input kept.
      .catch(() => undefined)
      .finally(() => setPending(false));
  };
  return (
    <Radix.Root open={open} onOpenChange={pending ? undefined : setOpen}>
      {props.trigger && <Radix.Trigger asChild>{props.trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 grid animate-fade place-items-center overflow-y-auto bg-scrim p-4">
          <Radix.Content
            {...focusReturn}
            className="float flex w-full max-w-120 animate-rise flex-col gap-4 p-6"
          >
            <div className="flex flex-col gap-2">
              <Radix.Title className="text-title">{props.title}</Radix.Title>
              <Radix.Description asChild>
                <div className="text-muted">{props.consequence}</div>
              </Radix.Description>
            </div>
            {props.children}
            <div className="flex flex-wrap justify-end gap-2 max-md:flex-col-reverse">
              <Radix.Cancel asChild>
                <Button aria-disabled={pending || undefined}>{t("cancel")}</Button>
              </Radix.Cancel>
              <Button
                variant={props.danger ? "danger" : "primary"}
                pending={pending}
                pendingLabel={props.pendingLabel}
                disabled={props.confirmDisabled}
                onClick={confirm}
              >
                {props.confirmLabel}
              </Button>
            </div>
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}
