import "server-only";
import {
  type OperationBinding,
  operationAnnotationsSchema,
  operationBindingSchema,
} from "#lib/catalog/operation.ts";
import type { OperationView } from "#lib/catalog/schema.ts";
import type { OperationRow } from "#lib/catalog/server/repository.ts";

/** Where an operation is carried out, in a few words. */
export function routeOf(binding: OperationBinding): string | null {
  if (binding.kind === "http") return `${binding.method} ${binding.path}`;
  if (binding.kind === "mcp") return `MCP tool ${binding.toolName}`;
  return null;
}

/** What people are shown of an operation; its binding stays on the server. */
export function toOperationView(
  row: OperationRow,
  binding: OperationBinding = operationBindingSchema.parse(row.binding),
): OperationView {
  return {
    name: row.name,
    title: row.title,
    description: row.description,
    inputSchema: row.inputSchema as OperationView["inputSchema"],
    outputSchema: (row.outputSchema ?? null) as OperationView["outputSchema"],
    annotations: operationAnnotationsSchema.parse(row.annotations),
    exampleInput: row.exampleInput ?? null,
    exampleRequests: row.exampleRequests,
    route: routeOf(binding),
  };
}
