"use client";

import { useState } from "react";
import { z } from "zod";
import { useAct } from "#components/providers/use-act.ts";
import { t } from "#components/publishing/release/release-words.ts";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { api } from "#lib/http/api-client.ts";
import { type AutoApproval, autoApprovals } from "#lib/publishing/release-rules.ts";

type LedDomain = { readonly id: string; readonly name: string; readonly autoApproval: AutoApproval };

const labels = { never: "autoNever", later: "autoLater", always: "autoAlways" } as const;

/** When releases of low risk of a domain need nobody, chosen by its lead. */
export function AutoApprovalChoice({ domain }: { domain: LedDomain }) {
  const { act, isPending } = useAct();
  const [value, setValue] = useState(domain.autoApproval);
  const choose = async (next: AutoApproval) => {
    const before = value;
    setValue(next);
    const save = () =>
      api("/api/approvals/rules", {
        method: "PUT",
        body: { domainId: domain.id, autoApproval: next },
        response: z.object({ autoApproval: z.enum(autoApprovals) }),
      });
    await act(save, t("autoSaved", { domain: domain.name })).catch(() => setValue(before));
  };
  return (
    <RadioGroup
      name={`auto-${domain.id}`}
      legend={domain.name}
      value={value}
      onValueChange={(next) => void choose(autoApprovals.find((one) => one === next) ?? value)}
      options={autoApprovals.map((one) => ({ value: one, label: t(labels[one]), disabled: isPending }))}
    />
  );
}
