import { streamText } from "ai";
import { afterEach, expect, it, vi } from "vitest";
import { describeFailure } from "#lib/models/server/describe-failure.ts";
import { openAICompatible } from "#lib/models/server/kinds/openai-compatible.ts";
import { modelFetch } from "#lib/models/server/language-model.ts";
import { limitModel } from "#lib/models/server/limit-model.ts";
import { withModelLimits } from "#lib/models/server/model-limits.ts";
import type { LimitedProvider } from "#lib/models/server/provider-limits.ts";
import { answersOf } from "#lib/models/testing/vendor-formats.ts";
import { startVendor } from "#lib/models/testing/vendor-server.ts";

vi.hoisted(() => {
  process.env.WEFT_EGRESS_ALLOW = "127.0.0.1";
});

let stop: () => void = () => undefined;
afterEach(() => stop());

let count = 0;
async function limited(limits: Partial<LimitedProvider>) {
  const vendor = await startVendor(() => ({
    contentType: "text/event-stream",
    parts: answersOf["openai-compatible"].write({ words: ["One ", "two ", "three."], call: null }),
  }));
  stop = vendor.close;
  count += 1;
  const connection = { slug: "s", baseUrl: vendor.address, settings: {}, secrets: {}, fetch: modelFetch() };
  const none = { maxConcurrent: null, requestsPerMinute: null, tokensPerMinute: null };
  const provider = { id: `limited-${count}`, name: "Scripted", ...none, ...limits };
  const model = limitModel(openAICompatible.languageModel(connection, "writer"), provider);
  return { model, requests: vendor.requests };
}

/** Asks once; the text, or what it failed with. */
async function ask(model: Parameters<typeof streamText>[0]["model"]): Promise<unknown> {
  let failure: unknown;
  const onError = ({ error }: { error: unknown }) => {
    failure = error;
  };
  const result = streamText({ model, prompt: "Count", maxRetries: 0, onError });
  let text = "";
  for await (const part of result.stream) if (part.type === "text-delta") text += part.text;
  return failure ?? text;
}

it("holds a place for as long as the answer comes, and gives it back", async () => {
  const { model, requests } = await limited({ maxConcurrent: 1 });
  const open = await model.doStream({
    prompt: [{ role: "user", content: [{ type: "text", text: "Count" }] }],
  });
  const refused = await withModelLimits({ longestQueueMs: 30 }, () => ask(model));
  expect(describeFailure(refused, "Writer")).toMatchObject({ code: "provider-full" });
  expect(requests).toHaveLength(1);
  await open.stream.cancel();
  expect(await ask(model)).toBe("One two three.");
  expect(await ask(model)).toBe("One two three.");
});

it("gives the place of a stopped call back, also when nobody reads on", async () => {
  const { model } = await limited({ maxConcurrent: 1 });
  const stopping = new AbortController();
  await model.doStream({
    prompt: [{ role: "user", content: [{ type: "text", text: "Count" }] }],
    abortSignal: stopping.signal,
  });
  stopping.abort();
  expect(await ask(model)).toBe("One two three.");
});

it("counts the tokens that the server told", async () => {
  const { model } = await limited({ tokensPerMinute: 40 });
  expect(await ask(model)).toBe("One two three.");
  expect(await ask(model)).toBe("One two three.");
  const third = await withModelLimits({ longestQueueMs: 30 }, () => ask(model));
  expect(describeFailure(third, "Writer")).toMatchObject({ code: "provider-full" });
});
