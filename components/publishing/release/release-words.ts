import { release } from "#lib/messages/en/release.ts";
import { translator } from "#lib/messages/translate.ts";
import type { ApprovalCapacity } from "#lib/publishing/release-rules.ts";

export const t = translator(release);

/** Those who have to agree, as they stand in a sentence. */
export function whoWords(approvals: readonly ApprovalCapacity[]): string {
  return approvals.map((capacity) => t(`who-${capacity}`)).join(" and ");
}

export function capacityName(capacity: ApprovalCapacity): string {
  return t(capacity === "domain-lead" ? "capacityLead" : "capacitySecurity");
}
