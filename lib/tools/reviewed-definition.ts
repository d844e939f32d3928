import type { OperationContent } from "#lib/catalog/operation.ts";

/**
 * The other side's definition as it was reviewed. Releases from before those were kept have only what was made of it:
 * it reads the same, but its hash is not the pinned one.
 */
export function reviewedDefinition(operation: OperationContent): unknown {
  if (operation.contract !== undefined && operation.contract !== null) return operation.contract;
  const { binding, title, description, inputSchema, outputSchema, annotations } = operation;
  if (binding.kind !== "mcp") return null;
  return {
    name: binding.toolName,
    title,
    description,
    inputSchema,
    ...(outputSchema === undefined ? {} : { outputSchema }),
    annotations: {
      readOnlyHint: annotations.readOnly,
      destructiveHint: annotations.destructive,
      idempotentHint: annotations.idempotent,
      openWorldHint: annotations.openWorld,
    },
  };
}
