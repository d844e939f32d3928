import "server-only";
import type { JsonSchema, OperationAnnotations } from "#lib/catalog/operation.ts";
import type { Egress } from "#lib/http/egress.ts";
import type { SecretValues } from "#lib/tools/build-http-request.ts";
import { type FailedCall, failedCall } from "#lib/tools/explain-error.ts";
import { type JsonObject, readPointer } from "#lib/tools/json-object.ts";
import type { ToolCallOutcome } from "#lib/tools/outcome.ts";
import { checkArguments } from "#lib/tools/validate-arguments.ts";
import type { CallViewer } from "#lib/tools/viewer-facts.ts";

/** What a runner needs of an operation. */
export type RunnableOperation<Binding> = {
  readonly inputSchema: JsonSchema;
  readonly outputSchema?: JsonSchema | null | undefined;
  readonly annotations: OperationAnnotations;
  readonly binding: Binding;
};

/** How to reach a tool. Times are in milliseconds. */
export type ConnectionContext = {
  readonly egress: Egress;
  readonly secrets: SecretValues;
  readonly signal?: AbortSignal | undefined;
  /** The whole call, a second attempt included; 20 s unless given. */
  readonly timeLimitMs?: number;
};

/** The surroundings of one call. Sizes are in bytes. */
export type CallContext = ConnectionContext & {
  /** Whose call it is; facts that a tool wants about the person come from here. */
  readonly viewer: CallViewer;
  /** The same for every attempt of one call; sent with calls that change something. */
  readonly idempotencyKey?: string;
  readonly requestId?: string;
  /** Told when the other side's definition is no longer the reviewed one: what it lists now, null for nothing. */
  readonly onContractChange?: (listed: JsonObject | null) => Promise<void>;
  /** 256 KB unless given; what is beyond it stands in `overflow`. */
  readonly maxResultBytes?: number;
};

export const standardTimeLimitMs = 20_000;
export const standardResultBytes = 262_144;
/** What does not fit the description that the owner gave, as warnings. */
export function resultWarnings(
  schema: JsonSchema | null | undefined,
  result: ToolCallOutcome["result"],
): { warnings?: string[] } {
  if (schema === undefined || schema === null || !result || result.truncated) return {};
  const problems = checkArguments(schema, result.content);
  if (problems.length === 0) return {};
  return {
    warnings: problems.slice(0, 5).map(({ path, message }) => {
      return `The result differs from its description: ${readPointer(path, "it")} ${message}`;
    }),
  };
}

/** Refuses arguments that do not fit before anything is sent. */
export function refuseArguments(schema: JsonSchema, args: unknown): FailedCall | undefined {
  const fields = checkArguments(schema, args);
  if (fields.length === 0) return undefined;
  const [first] = fields;
  const message = `The input does not fit: ${readPointer(first?.path ?? "", "it")} ${first?.message}`;
  return failedCall("invalid-arguments", message, "Correct the marked values.", { fields });
}
