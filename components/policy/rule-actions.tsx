"use client";

import { Ellipsis, Pencil, Power, Trash2 } from "lucide-react";
import { useState } from "react";
import { ReasonDialog } from "#components/identity/reason-dialog.tsx";
import type { Directory } from "#components/policy/directory.ts";
import { policyActs } from "#components/policy/mutations.ts";
import { RuleSheet } from "#components/policy/rule-sheet.tsx";
import { useAct } from "#components/providers/use-act.ts";
import { Button } from "#components/ui/button.tsx";
import { DropdownMenu, MenuItem } from "#components/ui/dropdown-menu.tsx";
import { policies } from "#lib/messages/en/policies.ts";
import { translator } from "#lib/messages/translate.ts";
import type { RuleView } from "#lib/policy/schema.ts";

const t = translator(policies);
type Asked = "edit" | "switch" | "delete" | null;

/** Edit, switch off or on, delete: each with its reason. */
export function RuleActions({ rule, directory }: { rule: RuleView; directory: Directory }) {
  const { act } = useAct();
  const [asked, setAsked] = useState<Asked>(null);
  const { id, title, revision, isActive } = rule;
  const name = { name: title };
  const dialog = (which: Asked) => ({
    open: asked === which,
    onOpenChange: (open: boolean) => setAsked(open ? which : null),
  });
  return (
    <>
      <DropdownMenu
        label={t("actionsOf", name)}
        trigger={
          <Button variant="quiet" size="icon" aria-label={t("actionsOf", name)}>
            <Ellipsis />
          </Button>
        }
      >
        <MenuItem icon={<Pencil />} onSelect={() => setAsked("edit")}>
          {t("edit")}
        </MenuItem>
        <MenuItem icon={<Power />} onSelect={() => setAsked("switch")}>
          {t(isActive ? "switchOff" : "switchOn")}
        </MenuItem>
        <MenuItem icon={<Trash2 />} danger onSelect={() => setAsked("delete")}>
          {t("delete")}
        </MenuItem>
      </DropdownMenu>
      <RuleSheet rule={rule} directory={directory} {...dialog("edit")} />
      <ReasonDialog
        {...dialog("switch")}
        title={t(isActive ? "switchOffTitle" : "switchOnTitle", name)}
        consequence={t(isActive ? "switchOffText" : "switchOnText")}
        confirmLabel={t(isActive ? "switchOff" : "switchOn")}
        onConfirm={(why) =>
          act(
            () => policyActs.switch(id, { isActive: !isActive, revision, why }),
            t(isActive ? "wasSwitchedOff" : "wasSwitchedOn"),
          )
        }
      />
      <ReasonDialog
        {...dialog("delete")}
        title={t("deleteTitle", name)}
        consequence={t("deleteText")}
        confirmLabel={t("delete")}
        danger
        onConfirm={(why) => act(() => policyActs.remove(id, { revision, why }), t("wasDeleted"))}
      />
    </>
  );
}
