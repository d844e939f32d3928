import "server-only";
import { type AutoApproval, autoApprovals } from "#lib/publishing/release-rules.ts";
import { findAutoApproval } from "#lib/publishing/server/repository.ts";

/** When releases of low risk of a domain need nobody's approval. */
export async function autoApprovalOf(domainId: string): Promise<AutoApproval> {
  const kept = await findAutoApproval(domainId);
  return autoApprovals.find((one) => one === kept) ?? "later";
}
