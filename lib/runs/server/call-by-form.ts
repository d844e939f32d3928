import "server-only";
import type { z } from "zod";
import type { Viewer } from "#lib/identity/schema.ts";
import { requestContext } from "#lib/request-context.ts";
import type { formCallResultSchema } from "#lib/runs/form-call.ts";
import { executeOperation } from "#lib/runs/server/execute-operation.ts";
import type { Arguments, CallPlace } from "#lib/tools/call.ts";
import { findCallableOperation } from "#lib/tools/server/find-operation.ts";
import { performCall } from "#lib/tools/server/perform-call.ts";
import { proposeCall } from "#lib/tools/server/propose-call.ts";

/**
 * Direct use: the operation runs with exactly what the person typed into its form, with no language model.
 * With `draftOf` it tries the draft of that tool.
 */
export async function callByForm(
  viewer: Viewer,
  slug: string,
  operationName: string,
  args: Arguments,
  signal: AbortSignal,
  draftOf?: string,
): Promise<z.infer<typeof formCallResultSchema>> {
  const place: CallPlace = draftOf ? { channel: "playground", draftOf } : { channel: "form" };
  const operation = await findCallableOperation(viewer, { slug }, operationName, place);
  const call = await proposeCall(viewer, operation, args, place, "running");
  const outcome = await performCall(
    viewer,
    call,
    place,
    executeOperation({ viewer, place, log: null }, call),
    signal,
  );
  return {
    callId: call.id,
    requestId: requestContext()?.requestId ?? "",
    version: operation.version,
    outcome,
  };
}
