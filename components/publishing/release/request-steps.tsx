import { capacityName, t } from "#components/publishing/release/release-words.ts";
import { type StepState, Steps } from "#components/ui/steps.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ReleaseRequestView } from "#lib/publishing/review.ts";

type Approval = ReleaseRequestView["approvals"][number];

function stateOf({ answer }: Approval): StepState {
  if (!answer) return "upcoming";
  return answer.outcome === "approved" ? "done" : "failed";
}

/** Who has to agree to a release, and what each of them said. */
export function RequestSteps({ request }: { request: Pick<ReleaseRequestView, "approvals"> }) {
  return (
    <Steps
      label={t("approvals")}
      items={request.approvals.map((approval) => ({
        id: approval.capacity,
        label: capacityName(approval.capacity),
        state: stateOf(approval),
        detail: approval.answer ? (
          <>
            {t(approval.answer.outcome === "approved" ? "approvedBy" : "returnedBy", {
              name: approval.answer.by.name,
            })}
            {", "}
            <Time value={approval.answer.at} />
            {approval.answer.note && (
              <span className="block whitespace-pre-line">{approval.answer.note}</span>
            )}
          </>
        ) : (
          t("notAnswered")
        ),
      }))}
    />
  );
}
