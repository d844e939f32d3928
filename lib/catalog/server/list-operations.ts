import "server-only";
import type { OperationAnnotations, OperationBinding } from "#lib/catalog/operation.ts";
import { operationAnnotationsSchema, operationBindingSchema } from "#lib/catalog/operation.ts";
import type { ToolWords } from "#lib/catalog/schema.ts";
import { currentOperations } from "#lib/catalog/server/repository.ts";
import { wordsOf } from "#lib/catalog/server/to-dto.ts";
import type { ToolIndex } from "#lib/catalog/server/tool-index.ts";
import { log } from "#lib/log.ts";

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

/**
 * The operations of all current versions, whoever may use them; the reader decides that per person. One that cannot be
 * read is left out, so that it does not take all others with it.
 */
export async function listOperations(tools: ToolIndex): Promise<ListedOperation[]> {
  const rows = await currentOperations();
  return rows.flatMap((row) => {
    const entry = tools.entries.get(row.toolId);
    const annotations = operationAnnotationsSchema.safeParse(row.annotations).data;
    const binding = operationBindingSchema.safeParse(row.binding).data;
    if (entry && !(annotations && binding))
      log.warn({ toolId: row.toolId, operation: row.name }, "an operation cannot be read and is left out");
    if (!entry || !annotations || !binding) return [];
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
        annotations,
        binding,
        exampleRequests: row.exampleRequests,
      },
    ];
  });
}
