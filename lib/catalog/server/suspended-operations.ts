import "server-only";
import { db } from "#lib/db/client.ts";

/** What an open suspension is for; one is open at a time. */
export function suspensionKey(toolId: string, operationName: string): string {
  return `${toolId}/${operationName}`;
}

/** Whether an operation waits for its owner to review what the other side changed. */
export async function isSuspended(toolId: string, operationName: string): Promise<boolean> {
  const row = await db().operationSuspension.findUnique({
    where: { openFor: suspensionKey(toolId, operationName) },
    select: { id: true },
  });
  return row !== null;
}

/** All operations that are suspended now, by `suspensionKey`; of one tool when it is given. */
export async function suspendedOperations(toolId?: string): Promise<ReadonlySet<string>> {
  const rows = await db().operationSuspension.findMany({
    where: { openFor: { not: null }, ...(toolId ? { toolId } : {}) },
    select: { openFor: true },
  });
  return new Set(rows.flatMap(({ openFor }) => openFor ?? []));
}
