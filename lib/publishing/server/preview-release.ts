import "server-only";
import type { Viewer } from "#lib/identity/schema.ts";
import { furthest, operationChanges } from "#lib/publishing/contract/operation-changes.ts";
import { nextVersion } from "#lib/publishing/next-version.ts";
import type { ReleasePreview } from "#lib/publishing/release-preview.ts";
import type { VersionStep } from "#lib/publishing/schema.ts";
import { planRelease } from "#lib/publishing/server/publish-draft.ts";
import { highestVersionOf } from "#lib/publishing/server/repository.ts";
import { runChecks } from "#lib/publishing/server/run-checks.ts";
import { publishedContent, requireDraftTool, storedDraft } from "#lib/publishing/server/tool-draft.ts";

/** Runs the checks on the draft and says what a release of it would be. Nothing is changed. */
export async function previewRelease(
  viewer: Viewer,
  slug: string,
  chosen: VersionStep | null,
): Promise<ReleasePreview> {
  const tool = await requireDraftTool(viewer, slug);
  const draft = await storedDraft(tool);
  const base = await publishedContent(tool);
  const content = draft?.content ?? base;
  const changes = operationChanges(base.operations, content.operations);
  const least = (tool.published && furthest(changes.map(({ step }) => step))) || "patch";
  const step = chosen ?? least;
  const [plan, checks, highest] = await Promise.all([
    planRelease(tool, content, step),
    runChecks(viewer, tool, content, step),
    highestVersionOf(tool.id),
  ]);
  return {
    revision: draft?.revision ?? 0,
    step: least,
    isFirst: tool.published === null,
    next: {
      patch: nextVersion(highest, "patch"),
      minor: nextVersion(highest, "minor"),
      major: nextVersion(highest, "major"),
    },
    approvals: [...plan.approvals],
    checks,
  };
}
