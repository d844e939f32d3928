"use client";

import { Copy, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { Section } from "#components/layout/section.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import {
  DropdownMenu,
  MenuChoice,
  MenuHeading,
  MenuItem,
  MenuLink,
  MenuSeparator,
} from "#components/ui/dropdown-menu.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { KeyValueList } from "#components/ui/key-value.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { Specimen } from "./specimen.tsx";

const orders = [
  { value: "fit", label: "Best fit" },
  { value: "name", label: "Name" },
] as const;

export function OverlaySpecimens() {
  const [order, setOrder] = useState<"fit" | "name">("fit");
  const done = (title: string) => () => showToast({ title, tone: "positive" });
  return (
    <Section title="What floats">
      <Specimen name="Dialogs and panels">
        <Dialog
          trigger={<Button>Dialog</Button>}
          title="Rename the conversation"
          description="Only you see the name."
          footer={
            <>
              <DialogClose asChild>
                <Button>Cancel</Button>
              </DialogClose>
              <DialogClose asChild>
                <Button variant="primary" onClick={done("Renamed")}>
                  Rename
                </Button>
              </DialogClose>
            </>
          }
        >
          <Field id="design-name" label="Name">
            {(control) => <Input {...control} defaultValue="LOS-4417 on BRG-07" />}
          </Field>
        </Dialog>
        <ConfirmDialog
          trigger={<Button variant="danger">Confirm</Button>}
          title="Block Ticket desk?"
          consequence="The next call is refused everywhere, within a second. 62 people used it this week; they are told the reason you give."
          confirmLabel="Block"
          pendingLabel="Blocking"
          danger
          onConfirm={() => Promise.resolve().then(done("Ticket desk is blocked"))}
        >
          <Field id="design-block" label="Reason" required>
            {(control) => <Textarea {...control} />}
          </Field>
        </ConfirmDialog>
        <Sheet
          trigger={<Button>Panel</Button>}
          title="Why this tool"
          description="Candidates in the order of their score"
          footer={
            <Button variant="primary" onClick={done("Network inventory will be used")}>
              Use this
            </Button>
          }
        >
          <KeyValueList
            items={[
              { key: "Tool", value: "Network inventory" },
              { key: "Score", value: "0.82" },
              { key: "Reason", value: "The site code BRG-07 is in its inventory." },
            ]}
          />
        </Sheet>
        <Popover label="Columns" trigger={<Button>Popover</Button>}>
          <p>A few controls, or some lines of explanation.</p>
        </Popover>
        <DropdownMenu label="Conversation" align="start" trigger={<Button>Menu</Button>}>
          <MenuItem icon={<Pencil />} onSelect={done("Renamed")}>
            Rename
          </MenuItem>
          <MenuItem icon={<Copy />} disabled onSelect={done("Copied")}>
            Duplicate
          </MenuItem>
          <MenuLink href="/docs/design">Open the design system</MenuLink>
          <MenuSeparator />
          <MenuHeading>Order</MenuHeading>
          <MenuChoice value={order} onValueChange={setOrder} options={orders} />
          <MenuSeparator />
          <MenuItem icon={<Trash2 />} danger onSelect={done("Deleted")}>
            Delete
          </MenuItem>
        </DropdownMenu>
        <Tooltip text="95 of 100 calls were faster">
          <Button>Tooltip</Button>
        </Tooltip>
      </Specimen>
      <Specimen name="Toasts">
        <Button onClick={() => showToast({ title: "Link copied" })}>Note</Button>
        <Button onClick={() => showToast({ tone: "positive", title: "Version 1.4.1 is published" })}>
          Success
        </Button>
        <Button
          onClick={() =>
            showToast({
              title: "Conversation deleted",
              action: { label: "Undo", onSelect: done("Conversation restored") },
            })
          }
        >
          With undo
        </Button>
        <Button
          onClick={() =>
            showToast({
              tone: "danger",
              title: "The ticket was not created",
              description: "The ticket service did not answer. Your words are kept; try again.",
              requestId: "req_0198f2c47d",
            })
          }
        >
          Failure
        </Button>
      </Specimen>
    </Section>
  );
}
