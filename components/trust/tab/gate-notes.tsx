import { EndExemptionForm, ExemptForm } from "#components/trust/tab/exemption-forms.tsx";
import { t } from "#components/trust/tab/tab-words.ts";
import { Status } from "#components/ui/status.tsx";
import { exemptibleGates } from "#lib/trust/facts.ts";
import type { RatingResult, TrustGate } from "#lib/trust/schema.ts";
import type { TrustOfTool } from "#lib/trust/view.ts";

const dateFormat = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });

function toneOf({ kind, exempt }: TrustGate) {
  if (exempt || kind === "without-evaluation" || kind === "not-yet-rated") return "neutral" as const;
  return kind === "blocked" || kind === "unowned" ? ("danger" as const) : ("caution" as const);
}

type GateNotesProps = {
  trust: TrustOfTool;
  rating: RatingResult;
  /** The words of each gate, in the order of the rating's gates. */
  words: readonly string[];
};

/** What stands above the number, most serious first, with the exemptions from it. */
export function GateNotes({ trust, rating, words }: GateNotesProps) {
  if (rating.gates.length === 0) return null;
  return (
    <ul aria-label={t("gates")} className="flex flex-col gap-2">
      {rating.gates.map((gate, at) => {
        const exemption = trust.exemptions.find((one) => one.gate === gate.kind);
        const exemptible = exemptibleGates.find((kind) => kind === gate.kind);
        return (
          <li key={gate.kind} className="flex flex-col gap-1">
            <Status tone={toneOf(gate)} className="items-baseline">
              {words[at]}
            </Status>
            {exemption && (
              <p className="measure text-muted text-small">
                {t("exemptUntil", {
                  date: dateFormat.format(new Date(exemption.expiresAt)),
                  reason: exemption.reason,
                  name: exemption.grantedBy,
                })}
              </p>
            )}
            {trust.may.exempt && exemptible && (
              <div>
                {exemption ? (
                  <EndExemptionForm id={exemption.id} />
                ) : (
                  <ExemptForm slug={trust.tool.slug} gate={exemptible} />
                )}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
