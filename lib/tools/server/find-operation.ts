import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { hashJson } from "#lib/canonical-hash.ts";
import { type CurrentOperation, unsafeCurrentOperation } from "#lib/catalog/server/callable-operation.ts";
import { isSuspended } from "#lib/catalog/server/suspended-operations.ts";
import type { DataClass } from "#lib/data-class.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { decide, recordRefusal, refusalError } from "#lib/policy/server/require-allowed.ts";
import { recordUsage } from "#lib/telemetry/server/record-usage.ts";
import type { CallableOperation, CallPlace } from "#lib/tools/call.ts";
import { requireDraftReach } from "#lib/tools/server/draft-reach.ts";
import { suspendedMessage } from "#lib/tools/suspension.ts";

type Refused = { readonly code: string; readonly message: string };

async function recordRefusedUse(
  viewer: Viewer,
  { facts, versionId }: CurrentOperation,
  operationName: string,
  place: CallPlace,
  { code, message }: Refused,
): Promise<void> {
  await recordUsage({
    kind: "tool",
    channel: place.channel,
    personId: viewer.id,
    teamId: viewer.teamId,
    domainId: facts.domainId,
    toolId: facts.id,
    versionId,
    operationName,
    outcome: "refused",
    errorCode: code,
    errorMessage: message,
    durationMs: 0,
    conversationId: place.conversationId ?? null,
    runId: place.runId ?? null,
  });
}

/** Throws for an operation whose other side changed: nothing is sent, and the trail has that somebody wanted to call. */
async function refuseSuspended(
  viewer: Viewer,
  current: CurrentOperation,
  operation: { readonly name: string; readonly title: string },
  place: CallPlace,
): Promise<void> {
  const { facts, entry, version } = current;
  if (!(await isSuspended(facts.id, operation.name))) return;
  const { message, mend } = suspendedMessage(operation.title, entry.name, entry.ownership?.team.name ?? null);
  await recordRefusedUse(viewer, current, operation.name, place, { code: "contract-changed", message });
  await recordEvent({
    type: "tool.called",
    actor: { kind: "person", id: viewer.id, name: viewer.name },
    target: { kind: "tool", id: facts.id, name: facts.name },
    domainId: facts.domainId,
    outcome: "refused",
    reason: message,
    ...(place.conversationId ? { conversationId: place.conversationId } : {}),
    ...(place.runId ? { runId: place.runId } : {}),
    details: {
      operation: operation.name,
      version,
      channel: place.channel,
      status: "refused",
      errorCode: "contract-changed",
    },
  });
  throw new AppError("contract-changed", message, { mend });
}

/**
 * The operation, if the viewer may call it at this moment; otherwise the refusal goes to the trail and is thrown.
 * In the place of a draft it is the draft's, for those who may edit the tool. A tool that the viewer may not even
 * discover is not found; a suspended operation is `contract-changed`.
 */
export async function findCallableOperation(
  viewer: Viewer,
  where: { readonly id: string } | { readonly slug: string },
  operationName: string,
  place: CallPlace,
  dataClass?: DataClass,
): Promise<CallableOperation> {
  const current = await unsafeCurrentOperation(where, operationName, place.draftOf);
  return requireCallable(viewer, current, operationName, place, dataClass);
}

/** As `findCallableOperation`, for an operation that the caller found already. */
export async function requireCallable(
  viewer: Viewer,
  current: CurrentOperation,
  operationName: string,
  place: CallPlace,
  dataClass?: DataClass,
): Promise<CallableOperation> {
  const { facts, entry, versionId, version, definition, isDraft, problem } = current;
  // Whoever edits a tool tries its draft, published or retired; a block holds for drafts too.
  const action = isDraft && !facts.isBlocked ? "edit" : "call";
  const decision = await decide(viewer, action, facts, dataClass && !isDraft ? { dataClass } : {});
  if (!decision.allowed) {
    await recordRefusal(viewer, action, facts, decision, place);
    await recordRefusedUse(viewer, current, operationName, place, {
      code: decision.basis,
      message: decision.reason,
    });
    if (!(await decide(viewer, "discover", facts)).allowed) throw notFound("The tool");
    throw refusalError(decision);
  }
  if (problem) throw problem;
  if (!definition) throw notFound("The operation");
  if (isDraft) await requireDraftReach(viewer, entry, definition.binding);
  else await refuseSuspended(viewer, current, definition, place);
  return {
    tool: facts,
    toolSlug: entry.slug,
    toolKind: entry.kind,
    ownerTeam: entry.ownership?.team.name ?? null,
    versionId,
    version,
    name: definition.name,
    title: definition.title,
    description: definition.description,
    inputSchema: definition.inputSchema,
    outputSchema: definition.outputSchema ?? null,
    annotations: definition.annotations,
    binding: definition.binding,
    ...(isDraft ? { isDraft } : {}),
    schemaHash: hashJson({
      inputSchema: definition.inputSchema,
      annotations: definition.annotations,
      binding: definition.binding,
    }),
  };
}
