import "server-only";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

const priceColumns = {
  id: true,
  modelId: true,
  validFrom: true,
  currency: true,
  inputPerMillion: true,
  outputPerMillion: true,
  cachedInputPerMillion: true,
} as const satisfies Prisma.ModelPriceSelect;

export type PriceRow = Prisma.ModelPriceGetPayload<{ select: typeof priceColumns }>;

/** Prices of models, the newest first; of those with the same beginning the one entered last. */
export async function pricesOf(modelIds: readonly string[]): Promise<PriceRow[]> {
  return db().modelPrice.findMany({
    where: { modelId: { in: [...modelIds] } },
    orderBy: [{ validFrom: "desc" }, { createdAt: "desc" }, { id: "desc" }],
    select: priceColumns,
  });
}

export async function insertPrice(data: Prisma.ModelPriceUncheckedCreateInput): Promise<void> {
  await db().modelPrice.create({ data, select: { id: true } });
}

/** Takes back a price that begins after a moment; answers whether there was one. */
export async function deleteLaterPrice(modelId: string, id: string, after: Date): Promise<boolean> {
  const { count } = await db().modelPrice.deleteMany({ where: { id, modelId, validFrom: { gt: after } } });
  return count > 0;
}
