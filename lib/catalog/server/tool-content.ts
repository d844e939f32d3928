import "server-only";
import {
  jsonSchemaSchema,
  type OperationDefinition,
  operationAnnotationsSchema,
  operationBindingSchema,
} from "#lib/catalog/operation.ts";
import { type OperationRow, operationsOfVersion } from "#lib/catalog/server/repository.ts";
import { requireEditableEntry } from "#lib/catalog/server/require-editable-tool.ts";
import { wordsOf } from "#lib/catalog/server/to-dto.ts";
import type { Viewer } from "#lib/identity/schema.ts";

export type OperationContent = OperationDefinition & { readonly exampleRequests: readonly string[] };

function contentOf(row: OperationRow): OperationContent {
  return {
    name: row.name,
    title: row.title,
    description: row.description,
    inputSchema: jsonSchemaSchema.parse(row.inputSchema),
    ...(row.outputSchema === null ? {} : { outputSchema: jsonSchemaSchema.parse(row.outputSchema) }),
    annotations: operationAnnotationsSchema.parse(row.annotations),
    binding: operationBindingSchema.parse(row.binding),
    ...(row.exampleInput === null ? {} : { exampleInput: row.exampleInput }),
    exampleRequests: row.exampleRequests,
  };
}

/**
 * All that the owner of a tool decides, as it is published: for those who may edit it, because it holds the addresses
 * of servers and the instructions of prompts. Secrets are in it by name only.
 */
export async function toolContent(viewer: Viewer, slug: string) {
  const { row } = await requireEditableEntry(viewer, slug);
  const { currentVersion } = row;
  const operations = currentVersion ? await operationsOfVersion(currentVersion.id) : [];
  const { kind, audience, riskTier, dataClass, supportChannel, sloSuccess, sloP95Ms, modelAlias, linkUrl } =
    row;
  return {
    slug: row.slug,
    name: row.name,
    current: currentVersion && { version: currentVersion.version, words: wordsOf(row) },
    kind,
    audience,
    riskTier,
    dataClass,
    supportChannel,
    sloSuccess,
    sloP95Ms,
    modelAlias,
    linkUrl,
    domain: row.domain,
    successor: row.successor,
    team: row.ownership?.team ?? null,
    owner: row.ownership?.owner ?? null,
    deputy: row.ownership?.deputy ?? null,
    operations: operations.map(contentOf),
  };
}
