import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { catalogChanged } from "#lib/catalog/server/catalog-changed.ts";
import { currentSource, now } from "#lib/clock.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { leadsOfDomain, securityReviewers } from "#lib/identity/server/people-to-ask.ts";
import { notifyPeople } from "#lib/notifications/server/notify-people.ts";
import type { CheckResult } from "#lib/publishing/checks.ts";
import type { ApprovalCapacity } from "#lib/publishing/release-rules.ts";
import type { FinishedContent } from "#lib/publishing/server/content-checks.ts";
import type { HandIn, ReleasePlan } from "#lib/publishing/server/publish-draft.ts";
import { draftAuthors, setLifecycle } from "#lib/publishing/server/repository.ts";
import { insertRequest } from "#lib/publishing/server/request-repository.ts";
import type { DraftTool } from "#lib/publishing/server/tool-draft.ts";

type Request = HandIn & {
  readonly plan: ReleasePlan;
  readonly content: FinishedContent;
  readonly checks: readonly CheckResult[];
};

/** Those who can answer for a capacity, without the people whose change it is. */
export async function approversFor(
  capacity: ApprovalCapacity,
  tool: { readonly domainId: string; readonly teamId: string | null },
  authors: readonly string[],
): Promise<string[]> {
  const people =
    capacity === "domain-lead"
      ? await leadsOfDomain(tool.domainId)
      : (await securityReviewers())
          .filter(({ teamId }) => teamId === null || teamId !== tool.teamId)
          .map(({ id }) => id);
  return people.filter((id) => !authors.includes(id));
}

/** Hands content in for review, inside the caller's transaction. */
export async function requestRelease(viewer: Viewer, tool: DraftTool, request: Request): Promise<string> {
  const { plan, content, checks, notes, draftRevision } = request;
  const requestedAt = now();
  const id = newId(requestedAt);
  const authors = [...new Set([viewer.id, ...(await draftAuthors(tool.id))])];
  await insertRequest({
    id,
    toolId: tool.id,
    openFor: tool.id,
    baseVersionId: plan.base?.versionId ?? null,
    draftRevision: draftRevision ?? 0,
    version: plan.version,
    notes,
    words: content.words,
    settings: content.settings,
    operations: content.operations,
    checks: { authors, results: checks },
    approvals: [...plan.approvals],
    requestedById: viewer.id,
    requestedBy: viewer.name,
    requestedAt,
    source: currentSource(),
  });
  if (!tool.published) await setLifecycle(tool.id, ["draft"], "in-review");
  await recordEvent({
    type: "tool.release-requested",
    actor: { kind: "person", id: viewer.id, name: viewer.name },
    target: { kind: "tool", id: tool.id, name: tool.name },
    domainId: tool.domainId,
    reason: notes,
    details: { requestId: id, version: plan.version, approvals: plan.approvals },
  });
  for (const capacity of plan.approvals) {
    await notifyPeople(await approversFor(capacity, tool.facts, authors), {
      kind: "release-requested",
      toolId: tool.id,
      title: `${content.words.name} ${plan.version} waits for your approval`,
      body: `${viewer.name} writes: ${notes}`,
      href: `/approvals/${id}`,
      key: `release/${id}/requested`,
    });
  }
  await catalogChanged();
  return id;
}
