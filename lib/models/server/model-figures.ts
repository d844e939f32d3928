import "server-only";
import { now } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import {
  type FigureDays,
  type ModelCard,
  type ModelFigures,
  modelCardSchema,
  modelFiguresSchema,
  noFigures,
} from "#lib/models/figures.ts";
import {
  type CostRow,
  costByModel,
  type FiguresRow,
  figuresByModel,
} from "#lib/models/server/figures-repository.ts";
import { pricesOf } from "#lib/models/server/price-repository.ts";
import { toPriceViews } from "#lib/models/server/prices.ts";
import { allProviders, type ProviderRow } from "#lib/models/server/repository.ts";
import { lastDays } from "#lib/telemetry/portal-days.ts";

function spreadOf(p50: number | null, p95: number | null) {
  return p50 === null || p95 === null ? null : { p50: Math.round(p50), p95: Math.round(p95) };
}

function toFigures(row: FiguresRow, costs: readonly CostRow[]): ModelFigures {
  return modelFiguresSchema.parse({
    calls: row.calls,
    failedShare: row.judged > 0 ? row.failed / row.judged : null,
    duration: spreadOf(row.p50, row.p95),
    firstToken: spreadOf(row.first_p50, row.first_p95),
    tokensIn: row.tokens_in,
    tokensOut: row.tokens_out,
    tokensCached: row.tokens_cached,
    cost: {
      amounts: costs.map(({ currency, amount }) => ({ currency, amount })),
      callsWithoutPrice: row.without_price,
    },
    hasSample: row.has_sample,
  });
}

/** How each model did in our own traffic in the last days, by the id of the model. */
export async function modelFigures(days: FigureDays): Promise<ReadonlyMap<string, ModelFigures>> {
  const { start } = lastDays(now(), days, env().timeZone);
  const [rows, costs] = await Promise.all([figuresByModel(start), costByModel(start)]);
  return new Map(
    rows.map((row) => [
      row.model_id,
      toFigures(
        row,
        costs.filter(({ model_id }) => model_id === row.model_id),
      ),
    ]),
  );
}

type Placed = { readonly provider: ProviderRow; readonly model: ProviderRow["models"][number] };

async function toCards(
  placed: readonly Placed[],
  figures: ReadonlyMap<string, ModelFigures>,
): Promise<ModelCard[]> {
  const prices = await pricesOf(placed.map(({ model }) => model.id));
  const at = now();
  return placed.map(({ provider, model }) => {
    const own = prices.filter(({ modelId }) => modelId === model.id);
    const { id, slug, name, isActive } = provider;
    return modelCardSchema.parse({
      ...model,
      provider: { id, slug, name, isActive },
      price: toPriceViews(own, at).find(({ standing }) => standing === "now") ?? null,
      figures: figures.get(model.id) ?? noFigures,
    });
  });
}

const placedModels = (providers: readonly ProviderRow[]): Placed[] =>
  providers.flatMap((provider) => provider.models.map((model) => ({ provider, model })));

/** Every model in use, with its price and how it did; those with the most calls first. */
export async function listModelCards(viewer: Viewer, days: FigureDays): Promise<ModelCard[]> {
  requirePermission(viewer, "model:administer");
  const [providers, figures] = await Promise.all([allProviders(), modelFigures(days)]);
  const inUse = placedModels(providers).filter(
    ({ provider, model }) => provider.type !== "embedded" && (model.isActive || figures.has(model.id)),
  );
  const cards = await toCards(inUse, figures);
  return cards.sort((a, b) => b.figures.calls - a.figures.calls);
}

/** One model, as in the list. */
export async function getModelCard(viewer: Viewer, id: string, days: FigureDays): Promise<ModelCard> {
  requirePermission(viewer, "model:administer");
  const [providers, figures] = await Promise.all([allProviders(), modelFigures(days)]);
  const [card] = await toCards(
    placedModels(providers).filter(({ model }) => model.id === id),
    figures,
  );
  if (!card) throw notFound("The model");
  return card;
}
