import "server-only";
import { currentSource, now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { requestContext } from "#lib/request-context.ts";
import { unstorable, unstorablePlace } from "#lib/storable.ts";
import type { Arguments, CallableOperation, CallPlace, StoredCall } from "#lib/tools/call.ts";
import { recordCallIntended } from "#lib/tools/server/audit-events.ts";
import { insertCall } from "#lib/tools/server/repository.ts";
import { checkArguments } from "#lib/tools/validate-arguments.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** Throws `invalid-input` that names each field when the arguments do not fit the operation's schema. */
export function requireArguments(operation: CallableOperation, args: Arguments): void {
  const lost = unstorablePlace(args);
  const problems =
    lost === undefined ? checkArguments(operation.inputSchema, args) : [{ path: lost, message: unstorable }];
  if (problems.length === 0) return;
  const first = problems[0];
  const place = first?.path ? `${first.path}: ` : "";
  throw new AppError("invalid-input", `${place}${first?.message ?? "The input does not fit."}`, {
    fields: problems,
    mend: "Change the marked fields and send again.",
  });
}

/**
 * Stores a call with its arguments before anything goes out. With `running` the intent is written to the trail in
 * the same transaction; with `waiting-approval` the call rests until the person answers.
 */
export async function proposeCall(
  viewer: Viewer,
  operation: CallableOperation,
  args: Arguments,
  place: CallPlace,
  status: "running" | "waiting-approval",
): Promise<StoredCall> {
  requireArguments(operation, args);
  const createdAt = now();
  const call: StoredCall = { id: newId(createdAt), operation, arguments: args };
  await transaction(async () => {
    await insertCall({
      id: call.id,
      runId: place.runId ?? null,
      conversationId: place.conversationId ?? null,
      personId: viewer.id,
      toolId: operation.tool.id,
      versionId: operation.versionId,
      operationName: operation.name,
      channel: place.channel,
      arguments: args as Prisma.InputJsonObject,
      schemaHash: operation.schemaHash,
      status,
      requestId: requestContext()?.requestId ?? null,
      createdAt,
      source: currentSource(),
    });
    if (status === "running") await recordCallIntended(viewer, call, place);
  });
  return call;
}
