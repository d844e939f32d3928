import "server-only";
import {
  jsonSchemaSchema,
  type OperationContent,
  type OperationDefinition,
  operationAnnotationsSchema,
} from "#lib/catalog/operation.ts";
import { type ToolWords, toolWordsSchema } from "#lib/catalog/schema.ts";
import { contentOfVersion, versionById, versionsByNumber } from "#lib/catalog/server/repository.ts";
import { requireFoundTool } from "#lib/catalog/server/require-found-tool.ts";
import { contentOf } from "#lib/catalog/server/tool-content.ts";
import { type ToolSettings, toolSettingsSchema } from "#lib/catalog/tool-settings.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";

export type VersionContent = {
  readonly version: string;
  readonly words: ToolWords;
  /** Null for releases that did not keep them. */
  readonly settings: ToolSettings | null;
  /** What callers see of the operations; how they are carried out is for those who edit. */
  readonly operations: readonly Omit<OperationDefinition, "binding" | "exampleInput">[];
};

/** Two releases of a tool that the viewer may find, in the order of the numbers given. */
export async function versionContents(
  viewer: Viewer,
  slug: string,
  versions: readonly [string, string],
): Promise<readonly [VersionContent, VersionContent]> {
  const tool = await requireFoundTool(viewer, slug);
  const rows = await versionsByNumber(tool.id, versions);
  const contentOf = (version: string): VersionContent => {
    const row = rows.find((one) => one.version === version);
    if (!row) throw notFound(`Version ${version}`);
    return {
      version,
      words: toolWordsSchema.parse(row.words),
      settings: toolSettingsSchema.safeParse(row.settings).data ?? null,
      operations: row.operations.map((operation) => ({
        name: operation.name,
        title: operation.title,
        description: operation.description,
        inputSchema: jsonSchemaSchema.parse(operation.inputSchema),
        ...(operation.outputSchema === null
          ? {}
          : { outputSchema: jsonSchemaSchema.parse(operation.outputSchema) }),
        annotations: operationAnnotationsSchema.parse(operation.annotations),
      })),
    };
  };
  return [contentOf(versions[0]), contentOf(versions[1])];
}

/**
 * A release with how its operations are carried out. Whoever calls this has decided that the reader may see that: those
 * who edit the tool, and those who answer a request of it.
 */
export async function contentOfVersionId(
  id: string,
): Promise<
  (Omit<VersionContent, "operations"> & { readonly operations: readonly OperationContent[] }) | null
> {
  const row = await versionById(id);
  if (!row) return null;
  return {
    version: row.version,
    words: toolWordsSchema.parse(row.words),
    settings: toolSettingsSchema.safeParse(row.settings).data ?? null,
    operations: (await contentOfVersion(id)).map(contentOf),
  };
}
