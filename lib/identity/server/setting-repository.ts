import "server-only";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

export async function readSetting(key: string): Promise<unknown> {
  const row = await db().setting.findUnique({ where: { key }, select: { value: true } });
  return row?.value;
}

/** Writes a setting that may be written once only; false when somebody was faster. */
export async function claimSetting(key: string, value: Prisma.InputJsonValue, at: Date): Promise<boolean> {
  const { count } = await db().setting.createMany({
    data: [{ key, value, updatedAt: at }],
    skipDuplicates: true,
  });
  return count === 1;
}
