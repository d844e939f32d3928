import type { ReactNode } from "react";
import { capitalised, t } from "#components/catalog/tool/tool-words.ts";
import { Status, type StatusTone } from "#components/ui/status.tsx";
import { Time } from "#components/ui/time.tsx";
import { type Gate, gatesOf } from "#lib/catalog/gates.ts";
import type { ToolPage } from "#lib/catalog/schema.ts";
import { formatShare } from "#lib/messages/format.ts";

const tones: Record<Gate["kind"], StatusTone> = {
  blocked: "danger",
  retired: "neutral",
  outage: "danger",
  unowned: "danger",
  "review-expired": "caution",
  deprecated: "caution",
  "below-promise": "caution",
};

function gateWords(gate: Gate): ReactNode {
  switch (gate.kind) {
    case "blocked":
      return gate.reason ? t("gateBlockedReason", { reason: gate.reason }) : t("gateBlocked");
    case "retired":
      return t("gateRetired");
    case "outage":
      return (
        <>
          {t("gateOutage", { title: gate.title })}, {t("since")} <Time value={gate.since} />
        </>
      );
    case "unowned":
      return t("gateUnowned");
    case "review-expired":
      return (
        <>
          {t("gateReviewExpired", { review: capitalised(gate.review) })} <Time value={gate.at} />
        </>
      );
    case "deprecated":
      return (
        <>
          {t("gateDeprecated")}
          {gate.retiresAt && (
            <>
              , {t("gateRetires")} <Time value={gate.retiresAt} mode="date" />
            </>
          )}
        </>
      );
    case "below-promise":
      return t("gateBelowPromise", { share: formatShare(gate.promised) });
  }
}

/** What stands above any evidence, in words. */
export function GateList({ tool }: { tool: ToolPage }) {
  const gates = gatesOf(tool);
  if (gates.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1.5">
      {gates.map((gate) => (
        <li key={gate.kind === "review-expired" ? `${gate.kind} ${gate.review}` : gate.kind}>
          <Status tone={tones[gate.kind]} className="items-baseline font-semibold wrap-anywhere">
            {gateWords(gate)}
          </Status>
        </li>
      ))}
    </ul>
  );
}
