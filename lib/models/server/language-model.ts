import "server-only";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { LanguageModelV4 } from "@ai-sdk/provider";
import { env } from "#lib/env.ts";
import { createEgress, type Egress } from "#lib/http/egress.ts";

export const modelLimits = {
  connectMs: 2_000,
  firstTokenMs: 20_000,
  idleMs: 30_000,
  wholeMs: 600_000,
} as const;

const holder = globalThis as typeof globalThis & { weftModelEgress?: Egress };

/** Model servers may stand on private addresses that an administrator listed, or that the settings name. */
export function modelEgress(): Egress {
  holder.weftModelEgress ??= createEgress({
    allowPrivate: [...env().egressAllow, ...(env().model ? [new URL(env().model?.baseUrl ?? "").host] : [])],
    connectTimeLimitMs: modelLimits.connectMs,
    timeLimitMs: modelLimits.wholeMs,
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
    fetch: modelEgress().fetchWith({ timeLimitMs: modelLimits.wholeMs, maxRedirects: 0 }),
  }).chatModel(facts.name);
}
