import "server-only";
import { db } from "#lib/db/client.ts";

export async function confirmationOf(toolId: string): Promise<Date | null> {
  const row = await db().ownership.findUnique({ where: { toolId }, select: { confirmedAt: true } });
  return row?.confirmedAt ?? null;
}

export async function setConfirmation(
  toolId: string,
  confirmedAt: Date,
  confirmedById: string,
): Promise<void> {
  await db().ownership.update({
    where: { toolId },
    data: { confirmedAt, confirmedById },
    select: { toolId: true },
  });
}
