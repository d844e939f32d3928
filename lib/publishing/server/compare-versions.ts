import "server-only";
import { contentOfVersionId, versionContents } from "#lib/catalog/server/version-content.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { type ContentChanges, contentChanges } from "#lib/publishing/content-changes.ts";
import { emptyContent } from "#lib/publishing/draft-content.ts";
import type { WholeRequest } from "#lib/publishing/server/release-requests.ts";
import { publishedContent, requireDraftTool, storedDraft } from "#lib/publishing/server/tool-draft.ts";

/** What differs between two releases: the words field by field, the operations, and whether callers break. */
export async function compareVersions(
  viewer: Viewer,
  slug: string,
  versions: { readonly before: string; readonly after: string },
): Promise<ContentChanges> {
  const [before, after] = await versionContents(viewer, slug, [versions.before, versions.after]);
  return contentChanges(before, after);
}

/** What the draft would change for those who may edit it, down to how operations are carried out. */
export async function compareDraft(viewer: Viewer, slug: string): Promise<ContentChanges> {
  const tool = await requireDraftTool(viewer, slug);
  const base = await publishedContent(tool);
  const after = (await storedDraft(tool))?.content ?? base;
  return contentChanges(
    { ...base, version: tool.published?.version ?? null, settings: tool.published ? base.settings : null },
    { ...after, version: null },
  );
}

/** What a release that waits for approval, or was answered, changes against the version that it began from. */
export async function compareRequest(request: WholeRequest): Promise<ContentChanges> {
  const { view, content, baseVersionId } = request;
  const base = baseVersionId ? await contentOfVersionId(baseVersionId) : null;
  const empty = emptyContent(content.words.name);
  return contentChanges(base ?? { ...empty, version: null, settings: null }, {
    ...content,
    version: view.version,
  });
}
