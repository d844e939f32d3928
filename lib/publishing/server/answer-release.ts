import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { catalogChanged } from "#lib/catalog/server/catalog-changed.ts";
import { contentOfEntry } from "#lib/catalog/server/tool-content.ts";
import { unsafeTool } from "#lib/catalog/server/tool-for-work.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { violatedUnique } from "#lib/db/unique-violation.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError, invalidInput, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { notifyPeople } from "#lib/notifications/server/notify-people.ts";
import { requireAllowed } from "#lib/policy/server/require-allowed.ts";
import { asDraftOperation } from "#lib/publishing/draft-content.ts";
import type { ApprovalCapacity } from "#lib/publishing/release-rules.ts";
import type { Answered, AnswerReleaseInput } from "#lib/publishing/review.ts";
import { makeVersion } from "#lib/publishing/server/make-version.ts";
import { requireRequest, type WholeRequest } from "#lib/publishing/server/release-requests.ts";
import { deleteDraft, rebaseDraft, setLifecycle } from "#lib/publishing/server/repository.ts";
import { closeRequest, insertDecision } from "#lib/publishing/server/request-repository.ts";
import { tellOfRelease } from "#lib/publishing/server/tell-of-release.ts";

function answeredBefore(): AppError {
  return new AppError("conflict", "Somebody else answered this request in the meantime.", {
    mend: "Load the page again to see the answer.",
  });
}

async function recordAnswer(
  viewer: Viewer,
  request: WholeRequest,
  type: "tool.release-approved" | "tool.release-returned",
  details: { readonly capacity: ApprovalCapacity; readonly note: string },
): Promise<void> {
  await recordEvent({
    type,
    actor: { kind: "person", id: viewer.id, name: viewer.name },
    target: { kind: "tool", id: request.view.tool.id, name: request.view.tool.name },
    domainId: request.facts.domainId,
    reason: details.note,
    details: { requestId: request.view.id, version: request.view.version, capacity: details.capacity },
  });
}

async function tellRequester(
  viewer: Viewer,
  { view }: WholeRequest,
  title: string,
  note: string,
): Promise<void> {
  if (view.requestedBy.id === viewer.id) return;
  await notifyPeople([view.requestedBy.id], {
    kind: "release-decided",
    toolId: view.tool.id,
    title,
    body: note ? `${viewer.name} writes: ${note}` : "",
    href: `/approvals/${view.id}`,
    key: `release/${view.id}/answered/${viewer.id}`,
  });
}

async function publishRequest(
  viewer: Viewer,
  request: WholeRequest,
  capacity: ApprovalCapacity,
): Promise<void> {
  const { view, content, baseVersionId, draftRevision } = request;
  const tool = await unsafeTool({ id: view.tool.id });
  if (!tool) throw notFound("The tool");
  const current = tool.row.currentVersion;
  if ((current?.id ?? null) !== baseVersionId) {
    throw new AppError("conflict", "Another version was published since this was handed in.", {
      mend: "Return the request, so that it is handed in again on the newest version.",
    });
  }
  if (!(await closeRequest(view.id, "published", now()))) throw answeredBefore();
  const before = await contentOfEntry(tool.row);
  const approvals = view.approvals.map((one) => ({
    capacity: one.capacity,
    by: one.capacity === capacity ? viewer.name : (one.answer?.by.name ?? ""),
  }));
  const { versionId } = await makeVersion({
    tool: { id: tool.row.id, domainId: tool.row.domain.id },
    base: current && {
      versionId: current.id,
      version: current.version,
      content: {
        ...before,
        operations: before.operations.map(asDraftOperation),
      },
    },
    content,
    version: view.version,
    notes: view.notes,
    publisher: view.requestedBy,
    approvals,
  });
  // What was edited since the request was handed in stays, and goes on from the new version.
  if (!(await deleteDraft(view.tool.id, draftRevision))) await rebaseDraft(view.tool.id, versionId);
  await tellOfRelease(view.tool, {
    versionId,
    version: view.version,
    notes: view.notes,
    content,
    exceptId: view.requestedBy.id,
  });
  await tellRequester(viewer, request, `${content.words.name} ${view.version} is published`, "");
}

/**
 * Answers a request in one of the capacities that it waits for. The last approval publishes exactly what was handed in;
 * a return ends it, and the draft is as it was. The first answer in each capacity counts.
 */
export async function answerRelease(
  viewer: Viewer,
  id: string,
  input: AnswerReleaseInput,
): Promise<Answered> {
  const request = await requireRequest(viewer, id);
  const { view } = request;
  const [capacity] = view.mine;
  if (!capacity) {
    const isOver = view.status !== "in-review";
    throw new AppError(isOver ? "conflict" : "forbidden", view.whyNot ?? "You cannot answer this request.");
  }
  if (input.outcome === "returned" && input.note.length < 3) {
    throw invalidInput("note", "Say what has to change, so that it can be mended.");
  }
  const left = view.approvals.filter((one) => one.answer === null && one.capacity !== capacity);
  const isReturned = input.outcome === "returned";
  try {
    await transaction(async () => {
      await insertDecision({
        id: newId(),
        requestId: id,
        capacity,
        outcome: input.outcome,
        note: input.note,
        decidedById: viewer.id,
        decidedBy: viewer.name,
        decidedAt: now(),
      });
      await recordAnswer(viewer, request, isReturned ? "tool.release-returned" : "tool.release-approved", {
        capacity,
        note: input.note,
      });
      if (isReturned) {
        if (!(await closeRequest(id, "returned", now()))) throw answeredBefore();
        await setLifecycle(view.tool.id, ["in-review"], "draft");
        await tellRequester(
          viewer,
          request,
          `${view.tool.name} ${view.version} came back to you`,
          input.note,
        );
        await catalogChanged();
      } else if (left.length === 0) await publishRequest(viewer, request, capacity);
    });
  } catch (error) {
    if (violatedUnique(error)) throw answeredBefore();
    throw error;
  }
  if (isReturned) return { status: "returned", waitsFor: [] };
  return left.length === 0
    ? { status: "published", waitsFor: [] }
    : { status: "in-review", waitsFor: left.map((one) => one.capacity) };
}

/** Takes a request back before it is answered; the draft is as it was. Whoever may edit the tool can. */
export async function withdrawRelease(viewer: Viewer, id: string): Promise<void> {
  const { view, facts } = await requireRequest(viewer, id);
  await requireAllowed(viewer, "edit", facts);
  await transaction(async () => {
    if (!(await closeRequest(id, "withdrawn", now()))) throw answeredBefore();
    await setLifecycle(view.tool.id, ["in-review"], "draft");
    await recordEvent({
      type: "tool.release-withdrawn",
      actor: { kind: "person", id: viewer.id, name: viewer.name },
      target: { kind: "tool", id: view.tool.id, name: view.tool.name },
      domainId: facts.domainId,
      details: { requestId: id, version: view.version },
    });
    await catalogChanged();
  });
}
