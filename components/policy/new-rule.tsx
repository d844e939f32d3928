"use client";

import { useState } from "react";
import type { Directory } from "#components/policy/directory.ts";
import { RuleSheet } from "#components/policy/rule-sheet.tsx";
import { Button } from "#components/ui/button.tsx";
import { policies } from "#lib/messages/en/policies.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(policies);

/** The button that opens the form of a new rule. */
export function NewRuleButton({ directory }: { directory: Directory }) {
  const [open, setOpen] = useState(false);
  return (
    <RuleSheet
      rule={null}
      directory={directory}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="primary">{t("newRule")}</Button>}
    />
  );
}
