import "server-only";
import {
  jsonSchemaSchema,
  type OperationDefinition,
  operationAnnotationsSchema,
  operationBindingSchema,
} from "#lib/catalog/operation.ts";
import { type OperationRow, operationsOfVersion, unsafeEntry } from "#lib/catalog/server/repository.ts";
import { type EditableTool, requireEditableTool } from "#lib/catalog/server/require-editable-tool.ts";
import { notFound } from "#lib/errors.ts";
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
  const tool: EditableTool = await requireEditableTool(viewer, slug);
  const row = await unsafeEntry({ id: tool.id });
  if (!row) throw notFound("The tool");
  const operations = row.currentVersion ? await operationsOfVersion(row.currentVersion.id) : [];
  const { kind, audience, riskTier, dataClass, supportChannel, sloSuccess, sloP95Ms, modelAlias, linkUrl } =
    row;
  return {
    ...tool,
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
