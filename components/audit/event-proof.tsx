"use client";

import { useState } from "react";
import { PanelPart } from "#components/audit/panel-part.tsx";
import { plainName } from "#components/audit/plain-name.ts";
import type { EventAnswer } from "#components/audit/queries.ts";
import { type Verdict, verifyEvent } from "#components/audit/verify-event.ts";
import { Button } from "#components/ui/button.tsx";
import { KeyValueList } from "#components/ui/key-value.tsx";
import { Status } from "#components/ui/status.tsx";
import { audit } from "#lib/messages/en/audit.ts";
import { formatBytes } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(audit);

function verdictWords(verdict: Verdict): string {
  if (verdict.ok) return t(verdict.by === "browser" ? "verified" : "verifiedByServer");
  if ("hash" in verdict) return t("notVerifiedHash", { hash: verdict.hash });
  return t("notVerifiedFacts", {
    names: verdict.differing.map((name) => plainName(name).toLowerCase()).join(", "),
  });
}

/** The hash of the event, and a check of it that the reader can start. */
export function EventProof({ answer }: { answer: EventAnswer }) {
  const { event, canonical, isIntact } = answer;
  const [verdict, setVerdict] = useState<Verdict | "computing" | null>(null);
  const verify = async () => {
    setVerdict("computing");
    setVerdict(await verifyEvent(canonical, event, isIntact));
  };
  const mono = (text: string) => <code className="break-all text-code">{text}</code>;
  return (
    <PanelPart
      title={t("proof")}
      aside={
        <Button size="small" pending={verdict === "computing"} pendingLabel={t("verifying")} onClick={verify}>
          {t("verify")}
        </Button>
      }
    >
      <div role="status">
        {verdict && verdict !== "computing" && (
          <Status tone={verdict.ok ? "positive" : "danger"} className="items-baseline">
            <span className="break-words">{verdictWords(verdict)}</span>
          </Status>
        )}
      </div>
      <KeyValueList
        layout="stack"
        className="grid-cols-1 md:grid-cols-1"
        items={[
          { key: t("proofEvent"), value: mono(event.id) },
          { key: t("proofHash"), value: mono(event.leafHash) },
          { key: t("proofBytes"), value: formatBytes(new TextEncoder().encode(canonical).length) },
        ]}
      />
    </PanelPart>
  );
}
