import { z } from "zod";
import type { JsonSchema, OperationAnnotations, OperationBinding } from "#lib/catalog/operation.ts";
import type { ToolFacts } from "#lib/policy/schema.ts";
import type { Channel } from "#lib/telemetry/schema.ts";

/** An operation of a published version, with all that a call needs. */
export type CallableOperation = {
  readonly tool: ToolFacts;
  readonly toolSlug: string;
  readonly toolKind: string;
  readonly ownerTeam: string | null;
  readonly versionId: string;
  readonly version: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: JsonSchema;
  readonly outputSchema: JsonSchema | null;
  readonly annotations: OperationAnnotations;
  readonly binding: OperationBinding;
  /** It is the operation of a draft: what comes of it says nothing about the published tool. */
  readonly isDraft?: boolean;
  /** Of input schema, binding and annotations: an approval is bound to it. */
  readonly schemaHash: string;
};

export type CallPlace = {
  readonly channel: Channel;
  readonly conversationId?: string;
  readonly runId?: string;
  readonly parentCallId?: string;
  /** Id of the tool whose draft is tried; any other tool is called as it is published. */
  readonly draftOf?: string;
};

export const jsonObjectSchema = z.record(z.string(), z.unknown());
export type Arguments = Readonly<z.infer<typeof jsonObjectSchema>>;

export type StoredCall = {
  readonly id: string;
  readonly operation: CallableOperation;
  readonly arguments: Arguments;
};
