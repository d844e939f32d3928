import "server-only";
import { db } from "#lib/db/client.ts";

/** Whether a suspension of this key is open. */
export async function hasSuspension(openFor: string): Promise<boolean> {
  const row = await db().operationSuspension.findUnique({ where: { openFor }, select: { id: true } });
  return row !== null;
}

/** The keys of all open suspensions, or of those of one tool. */
export async function suspensionKeys(toolId: string | undefined): Promise<string[]> {
  const rows = await db().operationSuspension.findMany({
    where: { openFor: { not: null }, ...(toolId ? { toolId } : {}) },
    select: { openFor: true },
  });
  return rows.flatMap(({ openFor }) => openFor ?? []);
}
