import "server-only";
import type { LanguageModelV4, LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { wrapLanguageModel } from "ai";
import { enterProvider, type LimitedProvider, type Pass } from "#lib/models/server/provider-limits.ts";

const charactersPerToken = 4;

type Usage = {
  readonly inputTokens: { readonly total: number | undefined };
  readonly outputTokens: { readonly total: number | undefined };
};

function tokensOf({ inputTokens, outputTokens }: Usage): number | null {
  const sum = (inputTokens.total ?? 0) + (outputTokens.total ?? 0);
  return sum > 0 ? sum : null;
}

/** Keeps the place for as long as the answer comes, and gives it back however it ends. */
function holding(
  stream: ReadableStream<LanguageModelV4StreamPart>,
  pass: Pass,
): ReadableStream<LanguageModelV4StreamPart> {
  const reader = stream.getReader();
  let used: number | null = null;
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) {
          pass.leave(used);
          controller.close();
          return;
        }
        if (value.type === "finish") used = tokensOf(value.usage);
        controller.enqueue(value);
      } catch (error) {
        pass.leave(used);
        controller.error(error);
      }
    },
    async cancel(reason) {
      pass.leave(used);
      await reader.cancel(reason);
    },
  });
}

/** A model whose calls keep to the limits of its provider. */
export function limitModel(model: LanguageModelV4, provider: LimitedProvider): LanguageModelV4 {
  const guess = (prompt: unknown) =>
    provider.tokensPerMinute === null ? 0 : Math.ceil(JSON.stringify(prompt).length / charactersPerToken);
  return wrapLanguageModel({
    model,
    middleware: {
      specificationVersion: "v4",
      wrapGenerate: async ({ doGenerate, params }) => {
        const pass = await enterProvider(provider, {
          tokens: guess(params.prompt),
          signal: params.abortSignal,
        });
        let used: number | null = null;
        try {
          const result = await doGenerate();
          used = tokensOf(result.usage);
          return result;
        } finally {
          pass.leave(used);
        }
      },
      wrapStream: async ({ doStream, params }) => {
        const pass = await enterProvider(provider, {
          tokens: guess(params.prompt),
          signal: params.abortSignal,
        });
        // A reader that was stopped may never look at the stream again.
        params.abortSignal?.addEventListener("abort", () => pass.leave(), { once: true });
        try {
          const { stream, ...rest } = await doStream();
          return { ...rest, stream: holding(stream, pass) };
        } catch (error) {
          pass.leave();
          throw error;
        }
      },
    },
  });
}
