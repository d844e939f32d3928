import "server-only";
import { embedMany } from "ai";
import { type DataClass, dataClassSchema, isWithinCeiling } from "#lib/data-class.ts";
import { AppError } from "#lib/errors.ts";
import { modelCapabilitiesSchema } from "#lib/models/capabilities.ts";
import { embeddingsAlias } from "#lib/models/default-alias.ts";
import { type ActiveModel, modelsOfAlias } from "#lib/models/server/active-models.ts";
import { describeFailure } from "#lib/models/server/describe-failure.ts";
import { embeddingModelOf } from "#lib/models/server/language-model.ts";
import { withProviderLimits } from "#lib/models/server/provider-limits.ts";
import { activeModels } from "#lib/models/server/repository.ts";
import { recordUsage } from "#lib/telemetry/server/record-usage.ts";

const textsPerCall = 64;
const longestText = 8_000;
const charactersPerToken = 4;
const timeLimitMs = 20_000;

export type EmbeddedTexts = {
  /** Vectors of different models cannot be compared: keep this beside them. */
  readonly modelId: string;
  /** One per text, in their order. */
  readonly vectors: readonly (readonly number[])[];
};

export type EmbedOptions = {
  /** The highest class among the texts; a server with a lower ceiling is passed over. */
  readonly dataClass: DataClass;
  /** Only this model, because its vectors are to be compared with earlier ones. */
  readonly modelId?: string;
  readonly signal?: AbortSignal;
};

type Batch = { readonly vectors: number[][]; readonly tokens: number };

async function embedBatch(row: ActiveModel, texts: readonly string[], signal: AbortSignal): Promise<Batch> {
  const model = await embeddingModelOf(row);
  if (!model) throw new AppError("unavailable", `${row.provider.name} has no models that make vectors.`);
  const guess = Math.ceil(texts.reduce((sum, text) => sum + text.length, 0) / charactersPerToken);
  return withProviderLimits(
    row.provider,
    async (settle) => {
      const values = [...texts];
      const { embeddings, usage } = await embedMany({ model, values, maxRetries: 0, abortSignal: signal });
      if (usage.tokens) settle(usage.tokens);
      if (embeddings.length !== texts.length)
        throw new AppError("upstream-failed", "The model server sent another number of vectors than texts.");
      return { vectors: embeddings, tokens: usage.tokens || 0 };
    },
    { tokens: guess, signal },
  );
}

async function embedWith(
  row: ActiveModel,
  texts: readonly string[],
  given?: AbortSignal,
): Promise<EmbeddedTexts> {
  const startedAt = performance.now();
  const limit = AbortSignal.timeout(timeLimitMs);
  const signal = given ? AbortSignal.any([given, limit]) : limit;
  const vectors: number[][] = [];
  let tokensIn = 0;
  const record = (failure: ReturnType<typeof describeFailure> | null) =>
    recordUsage({
      kind: "model",
      channel: "probe",
      personId: null,
      teamId: null,
      modelId: row.id,
      outcome: failure ? "failed" : "succeeded",
      errorCode: failure?.code ?? null,
      errorMessage: failure?.message ?? null,
      durationMs: performance.now() - startedAt,
      tokensIn,
    });
  try {
    for (let at = 0; at < texts.length; at += textsPerCall) {
      const batch = await embedBatch(row, texts.slice(at, at + textsPerCall), signal);
      vectors.push(...batch.vectors);
      tokensIn += batch.tokens;
    }
  } catch (error) {
    if (given?.aborted) throw given.reason;
    await record(describeFailure(error, row.displayName));
    throw error;
  }
  await record(null);
  return { modelId: row.id, vectors };
}

/** The models of the alias `embeddings` that may receive this class of content, in their order. */
async function usableModels({ dataClass, modelId }: EmbedOptions): Promise<ActiveModel[]> {
  const [alias, rows] = await Promise.all([modelsOfAlias(embeddingsAlias), activeModels()]);
  return (alias?.modelIds ?? [])
    .flatMap((id) => rows.find((row) => row.id === id) ?? [])
    .filter(
      (row) =>
        (modelId === undefined || row.id === modelId) &&
        modelCapabilitiesSchema.parse(row.capabilities).embeddings &&
        isWithinCeiling(dataClass, dataClassSchema.parse(row.provider.dataClassCeiling)),
    );
}

/**
 * Turns texts into vectors with the first model of the alias `embeddings` that answers; null when none is configured
 * that may receive them. Long texts are cut at 8,000 characters. Throws what the last model failed with when none
 * answered.
 */
export async function embedTexts(
  texts: readonly string[],
  options: EmbedOptions,
): Promise<EmbeddedTexts | null> {
  const models = await usableModels(options);
  // Servers refuse empty texts; a vector of a dot is as good as any for nothing.
  const tidy = texts.map((text) => text.trim().slice(0, longestText) || ".");
  let failure: unknown = null;
  for (const row of models) {
    try {
      return await embedWith(row, tidy, options.signal);
    } catch (error) {
      if (options.signal?.aborted) throw error;
      failure = error;
    }
  }
  if (failure) throw failure;
  return null;
}
