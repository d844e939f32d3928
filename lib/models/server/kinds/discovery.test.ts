import { afterEach, describe, expect, it, vi } from "vitest";
import { type ConnectableType, connectableTypes } from "#lib/models/provider-types.ts";
import type { Connection } from "#lib/models/server/kinds/kind.ts";
import { modelFetch } from "#lib/models/server/language-model.ts";
import { askForModels } from "#lib/models/server/list-models.ts";
import { startVendor } from "#lib/models/testing/vendor-server.ts";

vi.hoisted(() => {
  process.env.WEFT_EGRESS_ALLOW = "127.0.0.1";
});

let stop: () => void = () => undefined;
afterEach(() => stop());

const connection = (baseUrl: string): Connection => ({
  slug: "scripted",
  baseUrl,
  settings: { awsRegion: "eu-central-1" },
  secrets: { apiKey: "k", accessKeyId: "AKIDEXAMPLE", secretAccessKey: "s" },
  fetch: modelFetch(),
});

async function ask(type: ConnectableType, body: unknown, status = 200) {
  const vendor = await startVendor(() => ({ status, parts: [JSON.stringify(body)] }));
  stop = vendor.close;
  const result = await askForModels(type, connection(vendor.address));
  return { ...result, request: vendor.requests[0] };
}

describe("what a server tells of its models", () => {
  it("is read from vLLM, OpenRouter, LM Studio and llama.cpp", async () => {
    const { models } = await ask("openai-compatible", {
      data: [
        { id: "a-vllm", max_model_len: 32_768 },
        {
          id: "b-router",
          name: "Router model",
          context_length: 128_000,
          architecture: { input_modalities: ["text", "image", "file"] },
          supported_parameters: ["temperature", "structured_outputs"],
        },
        { id: "c-studio", type: "vlm", max_context_length: 8192 },
        { id: "d-vectors", type: "embeddings" },
        { id: "e-cpp", meta: { n_ctx_train: 4096 } },
        { id: "f-odd", max_model_len: "many", architecture: 7, name: null },
      ],
    });
    expect(models.map(({ name, contextLength }) => [name, contextLength])).toEqual([
      ["a-vllm", 32_768],
      ["b-router", 128_000],
      ["c-studio", 8192],
      ["d-vectors", null],
      ["e-cpp", 4096],
      ["f-odd", null],
    ]);
    expect(models[1]).toMatchObject({
      displayName: "Router model",
      told: { tools: false, structuredOutput: true, inputModalities: ["text", "image", "document"] },
    });
    expect(models[2]?.told).toEqual({ inputModalities: ["text", "image"] });
    expect(models[3]?.told).toMatchObject({ embeddings: true, generates: false });
    expect(models[0]?.told).toEqual({});
  });

  it("is read from Anthropic, with the version of its API", async () => {
    const { models, request } = await ask("anthropic", {
      data: [
        { id: "claude-x", display_name: "Claude X", type: "model" },
        {
          id: "claude-y",
          display_name: "Claude Y",
          max_input_tokens: 200_000,
          capabilities: { image_input: { supported: true }, structured_outputs: { supported: true } },
        },
      ],
    });
    expect(request?.headers).toMatchObject({ "x-api-key": "k", "anthropic-version": "2023-06-01" });
    expect(models).toEqual([
      { name: "claude-x", displayName: "Claude X", contextLength: null, told: {} },
      {
        name: "claude-y",
        displayName: "Claude Y",
        contextLength: 200_000,
        told: { structuredOutput: true, inputModalities: ["text", "image"] },
      },
    ]);
  });

  it("is read from Google, without the prefix of its names", async () => {
    const { models, request } = await ask("google", {
      models: [
        {
          name: "models/gemini-x",
          displayName: "Gemini X",
          inputTokenLimit: 1_048_576,
          supportedGenerationMethods: ["generateContent", "countTokens"],
        },
        { name: "models/vectors-1", supportedGenerationMethods: ["embedContent"] },
        { name: "models/answers-only", supportedGenerationMethods: ["generateAnswer"] },
      ],
    });
    expect(request?.headers["x-goog-api-key"]).toBe("k");
    expect(models.map(({ name, told }) => [name, told])).toEqual([
      ["answers-only", { generates: false, tools: false }],
      ["gemini-x", {}],
      ["vectors-1", { embeddings: true, generates: false, tools: false }],
    ]);
  });

  it("is read from Mistral", async () => {
    const { models } = await ask("mistral", {
      data: [
        {
          id: "mistral-x",
          max_context_length: 131_072,
          capabilities: { completion_chat: true, function_calling: true, vision: true },
        },
        { id: "mistral-embed", capabilities: { completion_chat: false, function_calling: false } },
      ],
    });
    expect(models[1]).toMatchObject({
      contextLength: 131_072,
      told: { generates: true, tools: true, inputModalities: ["text", "image"] },
    });
    expect(models[0]?.told).toMatchObject({ embeddings: true, generates: false });
  });

  it("is read from Bedrock, by a signed request", async () => {
    const { models, request } = await ask("bedrock", {
      modelSummaries: [
        {
          modelId: "vendor.writer-v1:0",
          modelName: "Writer",
          inputModalities: ["TEXT", "IMAGE"],
          outputModalities: ["TEXT"],
          responseStreamingSupported: true,
        },
        { modelId: "vendor.vectors-v1", inputModalities: ["TEXT"], outputModalities: ["EMBEDDING"] },
        { modelId: "vendor.painter", inputModalities: ["TEXT"], outputModalities: ["IMAGE"] },
      ],
    });
    expect(request?.path).toBe("/foundation-models");
    expect(request?.headers.authorization).toMatch(/^AWS4-HMAC-SHA256 .*\/eu-central-1\/bedrock\//);
    expect(models.map(({ name, told }) => [name, told.generates ?? null])).toEqual([
      ["vendor.painter", false],
      ["vendor.vectors-v1", false],
      ["vendor.writer-v1:0", true],
    ]);
  });

  it("holds no names from Azure, which only proves the key", async () => {
    const { state, models, mend, request } = await ask("azure", { data: [{ id: "gpt-x" }] });
    expect(request?.path).toBe("/openai/v1/models");
    expect({ state, models }).toEqual({ state: "connected", models: [] });
    expect(mend).toContain("add them by name");
  });
});

describe.each(connectableTypes)("the state of %s", (type) => {
  it.each([
    [401, "needs-sign-in"],
    [403, "needs-sign-in"],
    [429, "failing"],
    [500, "failing"],
    [200, "failing"],
  ] as const)("with status %i and no list is %s, with a mend", async (status, state) => {
    const result = await ask(type, { hello: "there" }, status);
    expect(result).toMatchObject({ state, models: [] });
    expect(result.mend).toBeTruthy();
  });
});
