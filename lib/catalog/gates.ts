import type { ToolPage } from "#lib/catalog/schema.ts";
import { fewestJudgedCalls } from "#lib/telemetry/service-level.ts";

/** What stands above any evidence: each is shown in words on the tool's page. */
export type Gate =
  | { readonly kind: "blocked"; readonly reason: string | null }
  | { readonly kind: "retired"; readonly at: string | null }
  | { readonly kind: "outage"; readonly title: string; readonly since: string }
  | { readonly kind: "unowned" }
  | { readonly kind: "review-expired"; readonly review: string; readonly at: string }
  | { readonly kind: "deprecated"; readonly since: string | null; readonly retiresAt: string | null }
  | { readonly kind: "below-promise"; readonly promised: number };

type GateFacts = Pick<
  ToolPage,
  | "readiness"
  | "lifecycle"
  | "blockedReason"
  | "retiresAt"
  | "deprecatedAt"
  | "isUnowned"
  | "reviews"
  | "incidents"
  | "usage"
  | "sloSuccess"
>;

/** The gates that hold for a tool, most serious first. Of each kind of review only the newest counts. */
export function gatesOf(tool: GateFacts): Gate[] {
  const gates: Gate[] = [];
  if (tool.readiness.state === "blocked") gates.push({ kind: "blocked", reason: tool.blockedReason });
  if (tool.lifecycle === "retired") gates.push({ kind: "retired", at: tool.retiresAt });
  const running = tool.incidents.find((incident) => incident.endedAt === null);
  if (running) gates.push({ kind: "outage", title: running.title, since: running.startedAt });
  if (tool.isUnowned) gates.push({ kind: "unowned" });
  const newest = new Map<string, GateFacts["reviews"][number]>();
  for (const review of tool.reviews) {
    const known = newest.get(review.kind);
    if (!known || review.reviewedAt > known.reviewedAt) newest.set(review.kind, review);
  }
  for (const review of newest.values()) {
    if (review.isExpired) gates.push({ kind: "review-expired", review: review.kind, at: review.expiresAt });
  }
  if (tool.lifecycle === "deprecated") {
    gates.push({ kind: "deprecated", since: tool.deprecatedAt, retiresAt: tool.retiresAt });
  }
  const { successShare, judgedCalls } = tool.usage;
  if (
    tool.sloSuccess !== null &&
    successShare !== null &&
    judgedCalls >= fewestJudgedCalls &&
    successShare < tool.sloSuccess
  ) {
    gates.push({ kind: "below-promise", promised: tool.sloSuccess });
  }
  return gates;
}
