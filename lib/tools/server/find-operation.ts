import "server-only";
import { hashJson } from "#lib/canonical-hash.ts";
import { unsafeCurrentOperation } from "#lib/catalog/server/callable-operation.ts";
import type { DataClass } from "#lib/data-class.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { decide, recordRefusal, refusalError } from "#lib/policy/server/require-allowed.ts";
import { recordUsage } from "#lib/telemetry/server/record-usage.ts";
import type { CallableOperation, CallPlace } from "#lib/tools/call.ts";

/**
 * The operation, if the viewer may call it at this moment; otherwise the refusal goes to the trail and is thrown.
 * A tool that the viewer may not even discover is not found.
 */
export async function findCallableOperation(
  viewer: Viewer,
  where: { readonly id: string } | { readonly slug: string },
  operationName: string,
  place: CallPlace,
  dataClass?: DataClass,
): Promise<CallableOperation> {
  const { facts, entry, versionId, version, definition } = await unsafeCurrentOperation(where, operationName);
  const decision = await decide(viewer, "call", facts, dataClass ? { dataClass } : {});
  if (!decision.allowed) {
    await recordRefusal(viewer, "call", facts, decision, place);
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
      errorCode: decision.basis,
      errorMessage: decision.reason,
      durationMs: 0,
      conversationId: place.conversationId ?? null,
      runId: place.runId ?? null,
    });
    if (!(await decide(viewer, "discover", facts)).allowed) throw notFound("The tool");
    throw refusalError(decision);
  }
  if (!definition) throw notFound("The operation");
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
    schemaHash: hashJson({
      inputSchema: definition.inputSchema,
      annotations: definition.annotations,
      binding: definition.binding,
    }),
  };
}
