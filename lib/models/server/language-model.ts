import "server-only";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { LanguageModelV4 } from "@ai-sdk/provider";
import { env } from "#lib/env.ts";
import { createEgress, type Egress } from "#lib/http/egress.ts";
import { connectLimitMs, modelLimits, standardModelLimits } from "#lib/models/server/model-limits.ts";

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

/** A model of an OpenAI-compatible server as the AI SDK's model, reached through the egress client. */
export function languageModel(facts: {
  readonly provider: string;
  readonly baseUrl: string;
  readonly apiKey: string | undefined;
  readonly name: string;
}): LanguageModelV4 {
  return createOpenAICompatible({
    name: facts.provider,
    baseURL: facts.baseUrl,
    ...(facts.apiKey ? { apiKey: facts.apiKey } : {}),
    includeUsage: true,
    fetch: modelEgress().fetchWith({ timeLimitMs: modelLimits().wholeMs, maxRedirects: 0 }),
  }).chatModel(facts.name);
}
