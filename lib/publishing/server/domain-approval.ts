import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { type AutoApproval, autoApprovals } from "#lib/publishing/release-rules.ts";
import { approvalsOfDomains, findAutoApproval, setAutoApproval } from "#lib/publishing/server/repository.ts";

function known(value: string | null): AutoApproval {
  return autoApprovals.find((one) => one === value) ?? "later";
}

/** When releases of low risk of a domain need nobody's approval. */
export async function autoApprovalOf(domainId: string): Promise<AutoApproval> {
  return known(await findAutoApproval(domainId));
}

export type LedDomain = { readonly id: string; readonly name: string; readonly autoApproval: AutoApproval };

/** The domains that the viewer leads, with what they chose. */
export async function ledDomains(viewer: Viewer): Promise<LedDomain[]> {
  const rows = await approvalsOfDomains(viewer.leadOf);
  return rows.map(({ autoApproval, ...row }) => ({ ...row, autoApproval: known(autoApproval) }));
}

/** The lead of a domain chooses when its releases of low risk need nobody; it holds for releases from now on. */
export async function chooseAutoApproval(
  viewer: Viewer,
  { domainId, autoApproval }: { readonly domainId: string; readonly autoApproval: AutoApproval },
): Promise<AutoApproval> {
  const domain = (await ledDomains(viewer)).find(({ id }) => id === domainId);
  if (!domain) throw new AppError("forbidden", "Only the lead of a domain decides about its approvals.");
  await transaction(async () => {
    await setAutoApproval(domainId, autoApproval);
    await recordEvent({
      type: "domain.approval-changed",
      actor: { kind: "person", id: viewer.id, name: viewer.name },
      target: { kind: "domain", id: domainId, name: domain.name },
      domainId,
      changes: { before: { autoApproval: domain.autoApproval }, after: { autoApproval } },
    });
  });
  return autoApproval;
}
