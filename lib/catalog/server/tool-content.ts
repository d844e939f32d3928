import "server-only";
import {
  jsonSchemaSchema,
  type OperationContent,
  operationAnnotationsSchema,
  operationBindingSchema,
} from "#lib/catalog/operation.ts";
import { audienceSchema, type ToolWords } from "#lib/catalog/schema.ts";
import { type ContentRow, contentOfVersion, type EntryRow } from "#lib/catalog/server/repository.ts";
import { requireEditableEntry } from "#lib/catalog/server/require-editable-tool.ts";
import { wordsOf } from "#lib/catalog/server/to-dto.ts";
import { riskTierSchema, type ToolSettings } from "#lib/catalog/tool-settings.ts";
import { dataClassSchema } from "#lib/data-class.ts";
import type { Viewer } from "#lib/identity/schema.ts";

/** An operation of a version as its owner keeps it. */
export function contentOf(row: ContentRow): OperationContent {
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
    ...(row.contract === null ? {} : { contract: row.contract }),
  };
}

/** Words, settings and operations as they serve now; secrets are in them by name only. */
export async function contentOfEntry(row: EntryRow): Promise<{
  readonly words: ToolWords;
  readonly settings: ToolSettings;
  readonly operations: readonly OperationContent[];
}> {
  const { audience, riskTier, dataClass, modelAlias, supportChannel, sloSuccess, sloP95Ms, linkUrl } = row;
  const settings: ToolSettings = {
    audience: audienceSchema.parse(audience),
    riskTier: riskTierSchema.parse(riskTier),
    dataClass: dataClassSchema.parse(dataClass),
    modelAlias,
    supportChannel,
    sloSuccess,
    sloP95Ms,
    linkUrl,
    embedOrigins: row.embedOrigins,
  };
  const rows = row.currentVersion ? await contentOfVersion(row.currentVersion.id) : [];
  return { words: wordsOf(row), settings, operations: rows.map(contentOf) };
}

/**
 * All that the owner of a tool decides, as it is published: for those who may edit it, because it holds the addresses
 * of servers and the instructions of prompts. Secrets are in it by name only.
 */
export async function toolContent(viewer: Viewer, slug: string) {
  const { row } = await requireEditableEntry(viewer, slug);
  const { currentVersion } = row;
  const { settings, operations } = await contentOfEntry(row);
  return {
    slug: row.slug,
    name: row.name,
    current: currentVersion && { version: currentVersion.version, words: wordsOf(row) },
    kind: row.kind,
    ...settings,
    domain: row.domain,
    successor: row.successor,
    team: row.ownership?.team ?? null,
    owner: row.ownership?.owner ?? null,
    deputy: row.ownership?.deputy ?? null,
    operations,
  };
}
