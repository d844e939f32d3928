import "server-only";
import type { Viewer } from "#lib/identity/schema.ts";
import type { DraftSettings } from "#lib/publishing/draft-content.ts";
import type { AutoApproval } from "#lib/publishing/release-rules.ts";
import { autoApprovalOf } from "#lib/publishing/server/domain-approval.ts";
import { publishedContent, requireDraftTool } from "#lib/publishing/server/tool-draft.ts";

export type ToolStanding = {
  readonly team: string;
  readonly domain: string;
  /** The audience of what serves now; null before the first release. */
  readonly audienceBefore: DraftSettings["audience"] | null;
  readonly autoApproval: AutoApproval;
};

/** Where a tool stands, for telling who will have to agree to its next release. */
export async function toolStanding(viewer: Viewer, slug: string): Promise<ToolStanding> {
  const tool = await requireDraftTool(viewer, slug);
  const [{ settings }, autoApproval] = await Promise.all([
    publishedContent(tool),
    autoApprovalOf(tool.domainId),
  ]);
  return {
    team: tool.row.ownership?.team?.name ?? "",
    domain: tool.row.domain.name,
    audienceBefore: tool.published ? settings.audience : null,
    autoApproval,
  };
}
