import "server-only";
import type { Viewer } from "#lib/identity/schema.ts";
import type { SourceChoice } from "#lib/knowledge/new-source.ts";
import { teamSources } from "#lib/knowledge/server/team-sources.ts";
import { requireDraftTool } from "#lib/publishing/server/tool-draft.ts";

/** The knowledge sources that a tool may answer from: those of its own team. */
export async function sourceChoices(
  viewer: Viewer,
  slug: string,
): Promise<{ readonly sources: readonly SourceChoice[]; readonly mayUpload: boolean }> {
  const { teamId } = (await requireDraftTool(viewer, slug)).facts;
  if (!teamId) return { sources: [], mayUpload: false };
  // A source belongs to the team of whoever sets it up, and only its team builds tools on it.
  return { sources: await teamSources(viewer, teamId), mayUpload: viewer.teamId === teamId };
}
