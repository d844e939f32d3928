import type { Viewer } from "#lib/identity/schema.ts";
import { answersFor, evaluate } from "#lib/policy/evaluate.ts";
import type { PolicySubject, ToolFacts } from "#lib/policy/schema.ts";
import type { ApprovalCapacity } from "#lib/publishing/release-rules.ts";

export type OpenRequest = {
  readonly isOpen: boolean;
  readonly approvals: readonly ApprovalCapacity[];
  /** Everybody whose change it is: who handed it in, and who edited the draft. */
  readonly authors: readonly string[];
  readonly answers: readonly { readonly capacity: string; readonly personId: string }[];
};

/**
 * In what capacities somebody may answer a request now, or why in none. Nobody approves their own change, administrators
 * included, and nobody answers in two capacities.
 */
export function mayApprove(
  subject: PolicySubject & Pick<Viewer, "teamId">,
  tool: ToolFacts,
  request: OpenRequest,
): { readonly capacities: readonly ApprovalCapacity[]; readonly whyNot: string | null } {
  const none = (whyNot: string) => ({ capacities: [], whyNot });
  if (!request.isOpen) return none("This request has been answered.");
  const left = request.approvals.filter(
    (capacity) => !request.answers.some((answer) => answer.capacity === capacity),
  );
  const as = (capacity: ApprovalCapacity) =>
    capacity === "domain-lead"
      ? evaluate("approve", subject, tool, []).allowed
      : evaluate("readAudit", subject, { kind: "portal" }, []).allowed &&
        !answersFor(subject, tool) &&
        (subject.teamId === null || subject.teamId !== tool.teamId);
  const capacities = left.filter(as);
  if (request.approvals.some(as) && request.authors.includes(subject.id))
    return none("Nobody approves their own change. Somebody else has to answer.");
  if (request.answers.some(({ personId }) => personId === subject.id))
    return none("You have answered. Somebody else has to answer in the other capacity.");
  if (capacities.length > 0) return { capacities, whyNot: null };
  return none(
    left.includes("domain-lead")
      ? "The lead of the tool's domain or an administrator answers it."
      : "A security reviewer from outside the owning team answers it.",
  );
}
