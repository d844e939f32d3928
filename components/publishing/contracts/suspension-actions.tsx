"use client";

import { t } from "#components/publishing/contracts/contract-words.ts";
import { DecisionDialog } from "#components/publishing/contracts/decision-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import type { Proposal } from "#lib/publishing/server/contracts-view.ts";

type SuspensionActionsProps = {
  slug: string;
  toolName: string;
  suspension: {
    readonly operationName: string;
    readonly title: string;
    readonly reason: "changed" | "removed";
    readonly afterHash: string | null;
    readonly proposal: Proposal;
  };
};

/** What the owner can do about a suspended operation. */
export function SuspensionActions({ slug, toolName, suspension }: SuspensionActionsProps) {
  const { operationName, title, reason, afterHash, proposal } = suspension;
  const common = { slug, operation: operationName, afterHash };
  const isGone = reason === "removed";
  return (
    <div className="flex flex-wrap gap-2 max-md:flex-col">
      <DecisionDialog
        {...common}
        decision="keep"
        trigger={<Button>{t("keep")}</Button>}
        title={t("keepTitle", { title })}
        text={t("keepText")}
        confirmLabel={t("keepSend")}
        notes=""
      />
      {proposal.isPossible && (
        <DecisionDialog
          {...common}
          decision={isGone ? "remove" : "accept"}
          danger={isGone}
          trigger={<Button variant={isGone ? "danger" : "primary"}>{t(isGone ? "remove" : "accept")}</Button>}
          title={t(isGone ? "removeTitle" : "acceptTitle", { title })}
          text={
            proposal.approvals.length > 0
              ? t("reviewText", { name: toolName, version: proposal.version })
              : t(isGone ? "removeText" : "acceptText", { name: toolName, version: proposal.version })
          }
          confirmLabel={t(proposal.approvals.length > 0 ? "acceptAsk" : "acceptSend", {
            version: proposal.version,
          })}
          notes={t(isGone ? "removeNotes" : "acceptNotes", { title })}
        />
      )}
    </div>
  );
}
