import "server-only";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { newId } from "#lib/db/uuid.ts";
import { env } from "#lib/env.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import { type NewPrice, type PriceView, priceViewSchema } from "#lib/models/prices.ts";
import { asActor, recordModelEvent } from "#lib/models/server/audit-events.ts";
import {
  deleteLaterPrice,
  insertPrice,
  type PriceRow,
  pricesOf,
} from "#lib/models/server/price-repository.ts";
import { modelBy } from "#lib/models/server/repository.ts";
import { dayOf, startOfDay } from "#lib/telemetry/portal-days.ts";

/** Prices of one model as they are shown: what comes, what holds, what was. Rows come newest first. */
export function toPriceViews(rows: readonly PriceRow[], at: Date): PriceView[] {
  const current = rows.find(({ validFrom }) => validFrom <= at);
  return rows.map((row) =>
    priceViewSchema.parse({
      id: row.id,
      from: dayOf(row.validFrom, env().timeZone),
      currency: row.currency,
      inputPerMillion: row.inputPerMillion.toNumber(),
      outputPerMillion: row.outputPerMillion.toNumber(),
      cachedInputPerMillion: row.cachedInputPerMillion?.toNumber() ?? null,
      standing: row.validFrom > at ? "later" : row === current ? "now" : "past",
    }),
  );
}

/** Every price of a model, the newest first. */
export async function listPrices(viewer: Viewer, modelId: string): Promise<PriceView[]> {
  requirePermission(viewer, "model:administer");
  if (!(await modelBy(modelId))) throw notFound("The model");
  return toPriceViews(await pricesOf([modelId]), now());
}

/** Stores a price inside the transaction of the moment. */
export async function storePrice(modelId: string, price: NewPrice): Promise<void> {
  const { from, ...rates } = price;
  const createdAt = now();
  const validFrom = startOfDay(from, env().timeZone);
  await insertPrice({ id: newId(createdAt), modelId, validFrom, ...rates, createdAt });
}

/**
 * Enters what a model costs from a day on. Calls are priced when they are made, so what was used before keeps the price
 * that it had, or none, whatever day is given.
 */
export async function addPrice(viewer: Viewer, modelId: string, price: NewPrice): Promise<PriceView[]> {
  requirePermission(viewer, "model:administer");
  await transaction(async () => {
    const model = await modelBy(modelId);
    if (!model) throw notFound("The model");
    await storePrice(modelId, price);
    const target = { id: modelId, name: `${model.provider.slug}/${model.name}` };
    await recordModelEvent("model.price-added", asActor(viewer), target, {
      changes: { before: null, after: price },
    });
  });
  return listPrices(viewer, modelId);
}

/** Takes back a price that has not begun. */
export async function withdrawPrice(viewer: Viewer, modelId: string, id: string): Promise<PriceView[]> {
  requirePermission(viewer, "model:administer");
  await transaction(async () => {
    const model = await modelBy(modelId);
    const price = (await listPrices(viewer, modelId)).find((each) => each.id === id);
    if (!model || !price) throw notFound("The price");
    if (!(await deleteLaterPrice(modelId, id, now()))) {
      throw new AppError("conflict", "This price has begun, so it stays.", {
        mend: "Enter another one; it counts from the moment you save it.",
      });
    }
    const target = { id: modelId, name: `${model.provider.slug}/${model.name}` };
    const { standing: _, id: __, ...before } = price;
    await recordModelEvent("model.price-withdrawn", asActor(viewer), target, {
      changes: { before, after: null },
    });
  });
  return listPrices(viewer, modelId);
}
