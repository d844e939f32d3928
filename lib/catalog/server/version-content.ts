import "server-only";
import {
  jsonSchemaSchema,
  type OperationDefinition,
  operationAnnotationsSchema,
} from "#lib/catalog/operation.ts";
import { type ToolWords, toolWordsSchema } from "#lib/catalog/schema.ts";
import { versionsByNumber } from "#lib/catalog/server/repository.ts";
import { requireFoundTool } from "#lib/catalog/server/require-found-tool.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";

export type VersionContent = {
  readonly version: string;
  readonly words: ToolWords;
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
