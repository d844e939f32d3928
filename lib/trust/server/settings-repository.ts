import "server-only";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";
import type { Prisma } from "#prisma/generated/client.ts";

const columns = { id: true, settings: true, reason: true, setBy: true, setAt: true } as const;
const inForce = () => (env().isDemo ? {} : { source: "live" });

export async function newestSettings() {
  return db().trustSettings.findFirst({
    where: inForce(),
    orderBy: [{ setAt: "desc" }, { id: "desc" }],
    select: columns,
  });
}

export async function settingsHistory(limit: number) {
  return db().trustSettings.findMany({
    where: inForce(),
    orderBy: [{ setAt: "desc" }, { id: "desc" }],
    take: limit,
    select: columns,
  });
}

export type NewSettings = {
  readonly id: string;
  readonly settings: TrustSettings;
  readonly reason: string;
  readonly setById: string;
  readonly setBy: string;
  readonly setAt: Date;
  readonly source: "live" | "sample";
};

export async function insertSettings({ settings, ...row }: NewSettings): Promise<void> {
  await db().trustSettings.create({
    data: { ...row, settings: settings as unknown as Prisma.InputJsonObject },
    select: { id: true },
  });
}
