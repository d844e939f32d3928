import type { OperationAnnotations } from "#lib/catalog/operation.ts";
import type { RiskTier, ToolSettings } from "#lib/catalog/tool-settings.ts";
import type { ChangeStep } from "#lib/publishing/contract/schema-changes.ts";
import type { VersionStep } from "#lib/publishing/schema.ts";

/** In what capacity somebody agrees to a release. */
export const approvalCapacities = ["domain-lead", "security-reviewer"] as const;
export type ApprovalCapacity = (typeof approvalCapacities)[number];

/** When a domain's releases of low risk need nobody's approval. */
export const autoApprovals = ["never", "later", "always"] as const;
export type AutoApproval = (typeof autoApprovals)[number];

const order: readonly RiskTier[] = ["low", "medium", "high"];

/** True for audiences beyond the team, whose catalog shows the tool to people who do not know its makers. */
export function isOffered(audience: ToolSettings["audience"]): boolean {
  return audience === "domain" || audience === "everyone";
}

/**
 * The lowest risk tier that fits: a tool that may be given restricted data is of high risk, one that may be given
 * confidential data or can destroy something at least of medium risk, whatever its owner says.
 */
export function riskFloor(
  settings: Pick<ToolSettings, "dataClass">,
  operations: readonly { readonly annotations: OperationAnnotations }[],
): RiskTier {
  if (settings.dataClass === "restricted") return "high";
  const isDestructive = operations.some(
    ({ annotations }) => annotations.destructive && !annotations.readOnly,
  );
  return settings.dataClass === "confidential" || isDestructive ? "medium" : "low";
}

export function isBelowFloor(tier: RiskTier, floor: RiskTier): boolean {
  return order.indexOf(tier) < order.indexOf(floor);
}

export type ReleaseFacts = {
  readonly settings: Pick<ToolSettings, "audience" | "riskTier">;
  /** The audience of the version that serves; null before the first release. */
  readonly audienceBefore: ToolSettings["audience"] | null;
  /** Nothing but words differs from a version that was offered before. */
  readonly isWordsOnly: boolean;
  readonly autoApproval: AutoApproval;
};

/**
 * Who has to agree to a release. Tools for one's own team need nobody, and words that change on an approved version
 * neither (decision 0006). High risk needs the domain lead and a security reviewer, medium risk the domain lead. Low risk
 * needs the domain lead when the tool is offered for the first time, unless the domain says otherwise.
 */
export function approvalsNeeded(facts: ReleaseFacts): readonly ApprovalCapacity[] {
  const { settings, audienceBefore, isWordsOnly, autoApproval } = facts;
  if (!isOffered(settings.audience)) return [];
  const isFirstOffer = audienceBefore === null || !isOffered(audienceBefore);
  if (isWordsOnly && !isFirstOffer) return [];
  if (settings.riskTier === "high") return ["domain-lead", "security-reviewer"];
  if (settings.riskTier === "medium") return ["domain-lead"];
  if (autoApproval === "always") return [];
  return autoApproval === "later" && !isFirstOffer ? [] : ["domain-lead"];
}

const steps: readonly VersionStep[] = ["patch", "minor", "major"];

/** Whether a version step is smaller than what changed demands. */
export function isStepTooSmall(step: VersionStep, needed: ChangeStep | null): boolean {
  return needed !== null && steps.indexOf(step) < steps.indexOf(needed);
}
