import { beforeAll, describe, expect, it, vi } from "vitest";
import { asSampleAt } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeViewer } from "#lib/identity/testing/make-people.ts";
import { type NewPrice, newPriceSchema } from "#lib/models/prices.ts";
import { removeProvider } from "#lib/models/server/change-providers.ts";
import { listModelCards, modelFigures } from "#lib/models/server/model-figures.ts";
import { addPrice, listPrices, withdrawPrice } from "#lib/models/server/prices.ts";
import { makeProvider } from "#lib/models/testing/make-provider.ts";
import { addDays, dayOf } from "#lib/telemetry/portal-days.ts";
import type { UsageInput } from "#lib/telemetry/schema.ts";
import { recordUsage } from "#lib/telemetry/server/record-usage.ts";

vi.hoisted(() => {
  process.env.WEFT_KEY = "33".repeat(32);
  process.env.WEFT_DEMO = "1";
});

testDatabase();
let admin: Viewer;
const today = dayOf(new Date(), "UTC");
const day = (offset: number) => addDays(today, offset);
const price = (change: Partial<NewPrice> = {}): NewPrice =>
  newPriceSchema.parse({ from: today, currency: "EUR", inputPerMillion: 2, outputPerMillion: 8, ...change });

beforeAll(async () => {
  admin = await makeViewer({ name: "Adele Admin", roles: ["admin"] });
});

let count = 0;
async function makeModel(): Promise<string> {
  count += 1;
  const view = await makeProvider(
    admin,
    { slug: `priced-${String.fromCharCode(96 + count)}`, baseUrl: "http://127.0.0.1:1/v1" },
    { writer: {} },
  );
  return view.models[0]?.id ?? "";
}

const used = (modelId: string, more: Partial<UsageInput> = {}) =>
  recordUsage({
    kind: "model",
    channel: "chat",
    personId: null,
    teamId: null,
    modelId,
    outcome: "succeeded",
    durationMs: 1000,
    tokensIn: 1_000_000,
    tokensOut: 500_000,
    ...more,
  });
const figuresOf = async (modelId: string, days: 7 | 30 = 7) => (await modelFigures(days)).get(modelId);

describe("the price of a call", () => {
  it("is unknown until one is entered, and stays unknown for what was before", async () => {
    const model = await makeModel();
    await used(model);
    expect((await figuresOf(model))?.cost).toEqual({ amounts: [], callsWithoutPrice: 1 });
    await addPrice(admin, model, price({ from: day(-20) }));
    expect((await figuresOf(model))?.cost).toEqual({ amounts: [], callsWithoutPrice: 1 });
    await used(model);
    expect((await figuresOf(model))?.cost).toEqual({
      amounts: [{ currency: "EUR", amount: 6 }],
      callsWithoutPrice: 1,
    });
  });

  it("is the one that held when it was made, whatever comes later", async () => {
    const model = await makeModel();
    await addPrice(admin, model, price({ from: day(-1) }));
    await used(model);
    await addPrice(admin, model, price({ inputPerMillion: 20, outputPerMillion: 80 }));
    await used(model);
    expect((await figuresOf(model))?.cost.amounts).toEqual([{ currency: "EUR", amount: 66 }]);
    const later = price({ from: day(2), inputPerMillion: 500 });
    await addPrice(admin, model, later);
    await used(model);
    expect((await figuresOf(model))?.cost.amounts).toEqual([{ currency: "EUR", amount: 126 }]);
    await asSampleAt(
      () => new Date(`${day(3)}T12:00:00Z`),
      () => used(model, { tokensOut: 0 }),
    );
    expect((await figuresOf(model))?.cost.amounts).toEqual([{ currency: "EUR", amount: 626 }]);
  });

  it("keeps currencies apart and counts cached tokens at their own price", async () => {
    const model = await makeModel();
    await addPrice(admin, model, price({ from: day(-2), cachedInputPerMillion: 0.5 }));
    await used(model, { tokensOut: 0, tokensCached: 400_000 });
    await addPrice(admin, model, price({ currency: "USD", cachedInputPerMillion: null }));
    await used(model, { tokensOut: 0, tokensCached: 400_000 });
    expect((await figuresOf(model))?.cost.amounts).toEqual([
      { currency: "EUR", amount: expect.closeTo(1.4, 9) },
      { currency: "USD", amount: 2 },
    ]);
  });

  it("is kept when the model is gone", async () => {
    const model = await makeModel();
    await addPrice(admin, model, price());
    await used(model);
    const { providerId } = await db().model.findUniqueOrThrow({ where: { id: model } });
    await removeProvider(admin, providerId, "not used any more");
    expect((await figuresOf(model))?.cost.amounts).toEqual([{ currency: "EUR", amount: 6 }]);
  });
});

describe("the price table", () => {
  it("says what comes, what holds and what was; only what comes is taken back", async () => {
    const model = await makeModel();
    await addPrice(admin, model, price({ from: day(-9) }));
    await addPrice(admin, model, price({ inputPerMillion: 3 }));
    const prices = await addPrice(admin, model, price({ from: day(5), inputPerMillion: 1 }));
    expect(prices.map(({ standing, inputPerMillion }) => [standing, inputPerMillion])).toEqual([
      ["later", 1],
      ["now", 3],
      ["past", 2],
    ]);
    const [later, current] = prices;
    await expect(withdrawPrice(admin, model, current?.id ?? "")).rejects.toMatchObject({ code: "conflict" });
    expect(await withdrawPrice(admin, model, later?.id ?? "")).toHaveLength(2);
    await expect(withdrawPrice(admin, model, newId())).rejects.toMatchObject({ code: "not-found" });
    const events = await db().auditEvent.findMany({
      where: { targetId: model },
      orderBy: { id: "asc" },
      select: { type: true },
    });
    expect(events.map(({ type }) => type).filter((type) => type.startsWith("model.price"))).toEqual([
      "model.price-added",
      "model.price-added",
      "model.price-added",
      "model.price-withdrawn",
    ]);
  });

  it("is never rewritten, not even by a statement of the database", async () => {
    const model = await makeModel();
    await addPrice(admin, model, price());
    await expect(
      db().modelPrice.updateMany({ where: { modelId: model }, data: { currency: "USD" } }),
    ).rejects.toThrow(/never changed/);
    await expect(db().modelPrice.deleteMany({ where: { modelId: model } })).rejects.toThrow(/never changed/);
  });

  it("is for administrators", async () => {
    const other = await makeViewer({ roles: ["auditor"] });
    const model = await makeModel();
    await expect(addPrice(other, model, price())).rejects.toMatchObject({ code: "forbidden" });
    await expect(listPrices(other, model)).rejects.toMatchObject({ code: "forbidden" });
    await expect(listPrices(admin, newId())).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the figures of a model", () => {
  it("come from our own traffic, and what was stopped is not held against it", async () => {
    const model = await makeModel();
    for (const durationMs of [100, 200, 300, 400])
      await used(model, { durationMs, firstTokenMs: durationMs / 2, tokensIn: 10, tokensOut: 5 });
    await used(model, { outcome: "failed", durationMs: 9000, tokensIn: 0, tokensOut: 0 });
    await used(model, { outcome: "stopped", durationMs: 50, tokensIn: 0, tokensOut: 0 });
    await asSampleAt(
      () => new Date(Date.now() - 20 * 86_400_000),
      () => used(model, { durationMs: 5000, tokensIn: 10, tokensOut: 5 }),
    );
    expect(await figuresOf(model)).toMatchObject({
      calls: 6,
      failedShare: 0.2,
      duration: { p50: 250, p95: 385 },
      firstToken: { p50: 125, p95: 193 },
      tokensIn: 40,
      tokensOut: 20,
      cost: { amounts: [], callsWithoutPrice: 4 },
      hasSample: false,
    });
    expect(await figuresOf(model, 30)).toMatchObject({ calls: 7, hasSample: true });
    const card = (await listModelCards(admin, 7)).find(({ id }) => id === model);
    expect(card).toMatchObject({ price: null, figures: { calls: 6 } });
  });
});
