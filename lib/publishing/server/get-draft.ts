import "server-only";
import type { Viewer } from "#lib/identity/schema.ts";
import { peopleByIds } from "#lib/identity/server/people-by-ids.ts";
import { nextVersion } from "#lib/publishing/next-version.ts";
import { type DraftView, draftViewSchema } from "#lib/publishing/schema.ts";
import { requirePublishedTool } from "#lib/publishing/server/published-tool.ts";
import { draftOf } from "#lib/publishing/server/repository.ts";

/** The words of a tool as they are published and as they are being edited. */
export async function getDraft(viewer: Viewer, slug: string): Promise<DraftView> {
  const tool = await requirePublishedTool(viewer, slug);
  const draft = await draftOf(tool.id);
  const editors = await peopleByIds(viewer, draft ? [draft.updatedById] : []);
  return draftViewSchema.parse({
    toolId: tool.id,
    slug: tool.slug,
    draft: draft && {
      words: draft.words,
      revision: draft.revision,
      updatedAt: draft.updatedAt.toISOString(),
      updatedBy: editors.get(draft.updatedById)?.name ?? "Somebody",
    },
    published: { version: tool.version, words: tool.words },
    next: { patch: nextVersion(tool.version, "patch"), minor: nextVersion(tool.version, "minor") },
    isOutdated: draft !== null && draft.baseVersionId !== tool.versionId,
  });
}
