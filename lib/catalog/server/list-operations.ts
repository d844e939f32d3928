import "server-only";
import type { OperationAnnotations, OperationBinding } from "#lib/catalog/operation.ts";
import { operationAnnotationsSchema, operationBindingSchema } from "#lib/catalog/operation.ts";
import type { ToolWords } from "#lib/catalog/schema.ts";
import { currentOperations } from "#lib/catalog/server/repository.ts";
import { wordsOf } from "#lib/catalog/server/to-dto.ts";
import type { ToolIndex } from "#lib/catalog/server/tool-index.ts";

export type ListedOperation = {
  readonly toolId: string;
  readonly toolName: string;
  readonly words: ToolWords;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: Record<string, unknown>;
  readonly outputSchema: Record<string, unknown> | null;
  readonly annotations: OperationAnnotations;
  readonly binding: OperationBinding;
  readonly exampleRequests: readonly string[];
};

/** The operations of all current versions, whoever may use them; the reader decides that per person. */
export async function listOperations(tools: ToolIndex): Promise<ListedOperation[]> {
  const rows = await currentOperations();
  return rows.flatMap((row) => {
    const entry = tools.entries.get(row.toolId);
    if (!entry) return [];
    return [
      {
        toolId: row.toolId,
        toolName: entry.name,
        words: wordsOf(entry),
        name: row.name,
        title: row.title,
        description: row.description,
        inputSchema: row.inputSchema as Record<string, unknown>,
        outputSchema: row.outputSchema as Record<string, unknown> | null,
        annotations: operationAnnotationsSchema.parse(row.annotations),
        binding: operationBindingSchema.parse(row.binding),
        exampleRequests: row.exampleRequests,
      },
    ];
  });
}
