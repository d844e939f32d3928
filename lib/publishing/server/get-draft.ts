import "server-only";
import type { Viewer } from "#lib/identity/schema.ts";
import { peopleByIds } from "#lib/identity/server/people-by-ids.ts";
import { differsInWordsOnly, emptyContent } from "#lib/publishing/draft-content.ts";
import { nextVersion } from "#lib/publishing/next-version.ts";
import { type DraftView, draftViewSchema } from "#lib/publishing/schema.ts";
import { highestVersionOf } from "#lib/publishing/server/repository.ts";
import { publishedContent, requireDraftTool, storedDraft } from "#lib/publishing/server/tool-draft.ts";

/** The words of a tool as they are published and as they are being edited. */
export async function getDraft(viewer: Viewer, slug: string): Promise<DraftView> {
  const tool = await requireDraftTool(viewer, slug);
  const [draft, highest, base] = await Promise.all([
    storedDraft(tool),
    highestVersionOf(tool.id),
    publishedContent(tool),
  ]);
  const editors = await peopleByIds(viewer, draft ? [draft.updatedById] : []);
  const isWordsOnly = tool.published !== null && (draft === null || differsInWordsOnly(draft.content, base));
  return draftViewSchema.parse({
    toolId: tool.id,
    slug: tool.slug,
    draft: draft && {
      words: draft.content.words,
      revision: draft.revision,
      updatedAt: draft.updatedAt.toISOString(),
      updatedBy: editors.get(draft.updatedById)?.name ?? "Somebody",
    },
    published: {
      version: tool.published?.version ?? null,
      words: tool.published?.words ?? emptyContent(tool.name).words,
    },
    next: {
      patch: nextVersion(highest, "patch"),
      minor: nextVersion(highest, "minor"),
      major: nextVersion(highest, "major"),
    },
    isOutdated: draft !== null && draft.baseVersionId !== (tool.published?.versionId ?? null),
    isWordsOnly,
  });
}
