import "server-only";
import { hasSuspension, suspensionKeys } from "#lib/catalog/server/suspension-repository.ts";

/** What an open suspension is for; one is open at a time. */
export function suspensionKey(toolId: string, operationName: string): string {
  return `${toolId}/${operationName}`;
}

/** Whether an operation waits for its owner to review what the other side changed. */
export async function isSuspended(toolId: string, operationName: string): Promise<boolean> {
  return hasSuspension(suspensionKey(toolId, operationName));
}

/** All operations that are suspended now, by `suspensionKey`; of one tool when it is given. */
export async function suspendedOperations(toolId?: string): Promise<ReadonlySet<string>> {
  return new Set(await suspensionKeys(toolId));
}
