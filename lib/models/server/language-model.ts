import "server-only";
import type { EmbeddingModelV4, LanguageModelV4 } from "@ai-sdk/provider";
import { env } from "#lib/env.ts";
import { createEgress, type Egress } from "#lib/http/egress.ts";
import { connectableTypes } from "#lib/models/provider-types.ts";
import { type ConnectionRow, connectionOf } from "#lib/models/server/connection-of.ts";
import { providerKinds } from "#lib/models/server/kinds/all-kinds.ts";
import type { ProviderKind } from "#lib/models/server/kinds/kind.ts";
import { limitModel } from "#lib/models/server/limit-model.ts";
import { connectLimitMs, modelLimits, standardModelLimits } from "#lib/models/server/model-limits.ts";
import type { LimitedProvider } from "#lib/models/server/provider-limits.ts";

const holder = globalThis as typeof globalThis & { weftModelEgress?: Egress };

/** Model servers may stand on private addresses that an administrator listed, or that the settings name. */
export function modelEgress(): Egress {
  holder.weftModelEgress ??= createEgress({
    allowPrivate: [...env().egressAllow, ...(env().model ? [new URL(env().model?.baseUrl ?? "").host] : [])],
    connectTimeLimitMs: connectLimitMs,
    timeLimitMs: standardModelLimits.wholeMs,
    maxBytes: 50_000_000,
  });
  return holder.weftModelEgress;
}

/** A `fetch` for the calls of a model, within the limits of the moment. */
export const modelFetch = () =>
  modelEgress().fetchWith({ timeLimitMs: modelLimits().wholeMs, maxRedirects: 0 });

/** How a type of server is spoken to; undefined for the embedded assistant. */
export function kindOf(type: string): ProviderKind | undefined {
  const known = connectableTypes.find((each) => each === type);
  return known && providerKinds[known];
}

type ModelRow = { readonly name: string; readonly provider: ConnectionRow & LimitedProvider };

/**
 * A stored model as the AI SDK's model, reached through the egress client and within the limits of its provider; null
 * for the embedded assistant.
 */
export async function languageModelOf({ name, provider }: ModelRow): Promise<LanguageModelV4 | null> {
  const kind = kindOf(provider.type);
  if (!kind) return null;
  return limitModel(kind.languageModel(await connectionOf(provider, modelFetch()), name), provider);
}

/** A stored model that makes vectors; null where its vendor has none. Its caller keeps to the provider's limits. */
export async function embeddingModelOf({ name, provider }: ModelRow): Promise<EmbeddingModelV4 | null> {
  const kind = kindOf(provider.type);
  return kind?.embeddingModel?.(await connectionOf(provider, modelFetch()), name) ?? null;
}
