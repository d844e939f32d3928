import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { AppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { decidedContent } from "#lib/publishing/server/decided-content.ts";
import { releaseContent } from "#lib/publishing/server/publish-draft.ts";
import { publishedContent, requireDraftTool } from "#lib/publishing/server/tool-draft.ts";
import type { AnsweredSuspension, AnswerSuspension } from "#lib/publishing/watch/schema.ts";
import { unsafeSuspensionsOf } from "#lib/tools/server/suspensions-of.ts";

const loadAgain = "Load the page again to see what holds now.";

/**
 * The owner's decision on a suspended operation. Taking over what was found, or leaving out what is gone, is a release
 * like any other: checks, risk rules and trail apply, and until somebody agrees who has to, the operation stays
 * suspended. Only what the owner has looked at is taken over: if the other side changed again, it is a conflict.
 */
export async function answerSuspension(
  viewer: Viewer,
  slug: string,
  operationName: string,
  { decision, afterHash, notes }: AnswerSuspension,
): Promise<AnsweredSuspension> {
  const tool = await requireDraftTool(viewer, slug);
  const open = await unsafeSuspensionsOf(tool.id);
  const suspension = open.find((candidate) => candidate.operationName === operationName);
  if (!suspension)
    throw new AppError("conflict", "The operation is not suspended any more.", { mend: loadAgain });
  if (suspension.afterHash !== afterHash)
    throw new AppError("conflict", "The other side changed again since you looked.", { mend: loadAgain });
  if (decision === "keep") {
    await recordEvent({
      type: "operation.kept-suspended",
      actor: { kind: "person", id: viewer.id, name: viewer.name },
      target: { kind: "tool", id: tool.id, name: tool.name },
      domainId: tool.domainId,
      reason: notes,
      details: { operation: operationName, afterHash },
    });
    return { outcome: "kept" };
  }
  if ((decision === "remove") !== (suspension.reason === "removed"))
    throw new AppError("conflict", "The other side changed again since you looked.", { mend: loadAgain });
  const { content, step } = decidedContent(await publishedContent(tool), suspension);
  const released = await releaseContent(viewer, tool, content, { notes, step, draftRevision: null });
  return { outcome: "released", released };
}
