import "server-only";
import { transaction } from "#lib/db/transaction.ts";
import { violatedUnique } from "#lib/db/unique-violation.ts";
import { AppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { changedFields } from "#lib/publishing/changed-words.ts";
import { blockingChecks, type CheckResult } from "#lib/publishing/checks.ts";
import { type DraftContent, differsInWordsOnly } from "#lib/publishing/draft-content.ts";
import { nextVersion } from "#lib/publishing/next-version.ts";
import { type ApprovalCapacity, approvalsNeeded } from "#lib/publishing/release-rules.ts";
import type { PublishDraftInput, Released, VersionStep } from "#lib/publishing/schema.ts";
import { type FinishedContent, finishedContent } from "#lib/publishing/server/content-checks.ts";
import { autoApprovalOf } from "#lib/publishing/server/domain-approval.ts";
import { makeVersion } from "#lib/publishing/server/make-version.ts";
import { deleteDraft, highestVersionOf } from "#lib/publishing/server/repository.ts";
import { requestRelease } from "#lib/publishing/server/request-release.ts";
import { openRequestOf } from "#lib/publishing/server/request-repository.ts";
import { runChecks } from "#lib/publishing/server/run-checks.ts";
import { tellOfRelease } from "#lib/publishing/server/tell-of-release.ts";
import {
  type DraftTool,
  publishedContent,
  requireDraftTool,
  storedDraft,
} from "#lib/publishing/server/tool-draft.ts";

/** Somebody else was quicker: with a release, or with a change that this person has not seen. */
function releaseConflict(): AppError {
  return new AppError(
    "conflict",
    "Somebody released or changed this draft in the meantime. It was not released a second time.",
    { mend: "Look at what is there now, and release it if that is still needed." },
  );
}

/** Everything that stops a release, as fields of one error. */
function refuseFailed(results: readonly CheckResult[]): void {
  const failed = blockingChecks(results);
  const [first] = failed;
  if (!first) return;
  throw new AppError("invalid-input", first.message, {
    fields: failed.flatMap(({ problems }) => problems.map(({ at, message }) => ({ path: at, message }))),
    mend: "Mend what the checks name, and publish again.",
  });
}

export type ReleasePlan = {
  readonly base: {
    readonly versionId: string;
    readonly version: string;
    readonly content: DraftContent;
  } | null;
  readonly isWordsOnly: boolean;
  readonly approvals: readonly ApprovalCapacity[];
  readonly version: string;
};

/** What a release of this content would be: its number, and who has to agree. */
export async function planRelease(
  tool: DraftTool,
  content: Pick<DraftContent, "settings" | "operations">,
  step: VersionStep,
): Promise<ReleasePlan> {
  const [before, highest, autoApproval] = await Promise.all([
    tool.published ? publishedContent(tool) : null,
    highestVersionOf(tool.id),
    autoApprovalOf(tool.domainId),
  ]);
  const isWordsOnly = before !== null && differsInWordsOnly(before, content);
  return {
    base: before && tool.published ? { ...tool.published, content: before } : null,
    isWordsOnly,
    version: nextVersion(highest, step),
    approvals: approvalsNeeded({
      settings: content.settings,
      audienceBefore: before?.settings.audience ?? null,
      isWordsOnly,
      autoApproval,
    }),
  };
}

function refuseUnchanged(plan: ReleasePlan, content: FinishedContent): void {
  if (!plan.base || !plan.isWordsOnly) return;
  if (changedFields(plan.base.content.words, content.words).length > 0) return;
  throw new AppError("conflict", "Nothing differs from the published version.", {
    mend: "Change something first, or discard the draft.",
  });
}

export type HandIn = Pick<PublishDraftInput, "notes" | "step"> & {
  /** The draft that goes with the release; null for content that comes from elsewhere and leaves the draft alone. */
  readonly draftRevision: number | null;
};

/**
 * Publishes content of a tool as its next version, or hands it in for review when somebody has to agree. The checks run
 * first; a failed required one stops it.
 */
export async function releaseContent(
  viewer: Viewer,
  tool: DraftTool,
  content: DraftContent,
  input: HandIn,
): Promise<Released> {
  if (await openRequestOf(tool.id)) {
    throw new AppError("conflict", `A release of ${tool.name} waits for approval.`, {
      mend: "Withdraw that request first, or wait for the answer.",
    });
  }
  const plan = await planRelease(tool, content, input.step);
  const checks = await runChecks(viewer, tool, content, input.step);
  refuseFailed(checks);
  const finished = finishedContent(content);
  refuseUnchanged(plan, finished);
  const named = { slug: tool.slug, name: finished.words.name, version: plan.version };
  try {
    if (plan.approvals.length > 0) {
      const requestId = await transaction(() =>
        requestRelease(viewer, tool, { ...input, plan, content: finished, checks }),
      );
      return { ...named, outcome: "in-review", requestId };
    }
    await transaction(async () => {
      // Deleting this very revision is what lets only one of two releases through.
      if (input.draftRevision !== null && !(await deleteDraft(tool.id, input.draftRevision)))
        throw releaseConflict();
      const { versionId } = await makeVersion({
        tool,
        base: plan.base,
        content: finished,
        version: plan.version,
        notes: input.notes,
        publisher: viewer,
      });
      await tellOfRelease(tool, {
        versionId,
        version: plan.version,
        notes: input.notes,
        content: finished,
        exceptId: viewer.id,
      });
    });
    return { ...named, outcome: "published", requestId: null };
  } catch (error) {
    if (violatedUnique(error)) throw releaseConflict();
    throw error;
  }
}

/** Makes the draft the tool's new version, or hands it in for review. */
export async function publishDraft(
  viewer: Viewer,
  slug: string,
  input: PublishDraftInput,
): Promise<Released> {
  const tool = await requireDraftTool(viewer, slug);
  const draft = await storedDraft(tool);
  if (draft?.revision !== input.revision) throw releaseConflict();
  return releaseContent(viewer, tool, draft.content, { ...input, draftRevision: input.revision });
}
