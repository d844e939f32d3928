import { embed, jsonSchema, streamText, tool } from "ai";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type ConnectableType, connectableTypes } from "#lib/models/provider-types.ts";
import { describeFailure } from "#lib/models/server/describe-failure.ts";
import { providerKinds } from "#lib/models/server/kinds/all-kinds.ts";
import { azureRoot } from "#lib/models/server/kinds/azure.ts";
import { controlAddress } from "#lib/models/server/kinds/bedrock.ts";
import type { Connection } from "#lib/models/server/kinds/kind.ts";
import { modelFetch } from "#lib/models/server/language-model.ts";
import { answersOf, type VendorTurn } from "#lib/models/testing/vendor-formats.ts";
import { startVendor, type VendorAnswer } from "#lib/models/testing/vendor-server.ts";

vi.hoisted(() => {
  process.env.WEFT_EGRESS_ALLOW = "127.0.0.1";
  // What a vendor's package would take when Weft hands it nothing: none of it may ever be sent.
  const stray = "from-the-environment";
  for (const name of ["OPENAI", "AZURE", "ANTHROPIC", "MISTRAL", "GOOGLE_GENERATIVE_AI"])
    process.env[`${name}_API_KEY`] = stray;
  Object.assign(process.env, {
    AWS_BEARER_TOKEN_BEDROCK: stray,
    AWS_ACCESS_KEY_ID: stray,
    AWS_SECRET_ACCESS_KEY: stray,
    AWS_SESSION_TOKEN: stray,
    OPENAI_BASE_URL: "http://127.0.0.1:1",
  });
});

let stop: () => void = () => undefined;
afterEach(() => stop());

async function vendor(answer: VendorAnswer) {
  const started = await startVendor(() => answer);
  stop = started.close;
  return started;
}

const secrets = { apiKey: "key-of-the-form", accessKeyId: "AKIDEXAMPLE", secretAccessKey: "aws-secret" };
const connection = (baseUrl: string, more: Partial<Connection> = {}): Connection => ({
  slug: "scripted",
  baseUrl,
  settings: { awsRegion: "eu-central-1" },
  secrets,
  fetch: modelFetch(),
  ...more,
});

const turn: VendorTurn = { words: ["Good ", "morning."], call: null };
const asking: VendorTurn = {
  words: ["Let me look."],
  call: { name: "find_ticket", input: { ticket: "T-4711" } },
};
const asAnswer = (type: ConnectableType, said: VendorTurn): VendorAnswer => ({
  contentType: answersOf[type].contentType,
  parts: answersOf[type].write(said),
});

/** Where each vendor takes a streamed request, and how the key is sent. */
const wire: Readonly<Record<ConnectableType, { path: string; header: string; value: string | RegExp }>> = {
  "openai-compatible": {
    path: "/chat/completions",
    header: "authorization",
    value: "Bearer key-of-the-form",
  },
  openai: { path: "/chat/completions", header: "authorization", value: "Bearer key-of-the-form" },
  azure: { path: "/openai/v1/chat/completions", header: "api-key", value: "key-of-the-form" },
  mistral: { path: "/chat/completions", header: "authorization", value: "Bearer key-of-the-form" },
  anthropic: { path: "/messages", header: "x-api-key", value: "key-of-the-form" },
  google: {
    path: "/models/scripted:streamGenerateContent?alt=sse",
    header: "x-goog-api-key",
    value: "key-of-the-form",
  },
  bedrock: {
    path: "/model/scripted/converse-stream",
    header: "authorization",
    value: /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-central-1\/bedrock\//,
  },
};

describe.each(connectableTypes)("%s", (type) => {
  const modelAt = (address: string) => providerKinds[type].languageModel(connection(address), "scripted");

  it("streams words, counts tokens, and sends the key that was entered and no other", async () => {
    const { address, requests } = await vendor(asAnswer(type, turn));
    const result = streamText({ model: modelAt(address), prompt: "Hello", maxRetries: 0 });
    const words: string[] = [];
    for await (const part of result.stream) if (part.type === "text-delta") words.push(part.text);
    expect(words.join("")).toBe("Good morning.");
    expect(words.length).toBeGreaterThan(1);
    const usage = await result.totalUsage;
    expect([usage.inputTokens, usage.outputTokens, usage.inputTokenDetails.cacheReadTokens]).toEqual([
      12, 7, 4,
    ]);
    const [request] = requests;
    expect(request?.path).toBe(wire[type].path);
    expect(request?.headers[wire[type].header]).toMatch(wire[type].value);
    expect(JSON.stringify(requests)).not.toContain("from-the-environment");
    expect(JSON.stringify(requests)).not.toContain("aws-secret");
  });

  it("calls a tool", async () => {
    const { address, requests } = await vendor(asAnswer(type, asking));
    const result = streamText({
      model: modelAt(address),
      prompt: "What about T-4711?",
      tools: {
        find_ticket: tool({
          description: "Finds a ticket",
          inputSchema: jsonSchema<{ ticket: string }>({
            type: "object",
            properties: { ticket: { type: "string" } },
            required: ["ticket"],
          }),
        }),
      },
      maxRetries: 0,
    });
    const calls = await result.toolCalls;
    expect(calls.map(({ toolName, input }) => ({ toolName, input }))).toEqual([
      { toolName: "find_ticket", input: { ticket: "T-4711" } },
    ]);
    expect(await result.finishReason).toBe("tool-calls");
    expect(requests[0]?.body).toContain("find_ticket");
  });

  it("says that a key was refused", async () => {
    const { address } = await vendor({
      status: 401,
      parts: [JSON.stringify({ error: { message: "no", type: "x" } })],
    });
    let seen: unknown;
    const onError = ({ error }: { error: unknown }) => {
      seen = error;
    };
    await streamText({ model: modelAt(address), prompt: "Hello", maxRetries: 0, onError }).consumeStream();
    expect(describeFailure(seen, "Scripted")).toMatchObject({ code: "credentials-refused" });
  });

  it("sends nothing of the environment when no key is stored", async () => {
    const { address, requests } = await vendor(asAnswer(type, turn));
    const bare = providerKinds[type].languageModel(connection(address, { secrets: {} }), "scripted");
    await streamText({
      model: bare,
      prompt: "Hello",
      maxRetries: 0,
      onError: () => undefined,
    }).consumeStream();
    expect(JSON.stringify(requests)).not.toContain("from-the-environment");
  });
});

const vectors = [0.25, -0.5, 1];
const openAIVectors = {
  object: "list",
  data: [{ object: "embedding", index: 0, embedding: vectors }],
  model: "m",
  usage: { prompt_tokens: 3, total_tokens: 3 },
};
const vectorAnswers: Partial<Record<ConnectableType, unknown>> = {
  "openai-compatible": openAIVectors,
  openai: openAIVectors,
  azure: openAIVectors,
  mistral: openAIVectors,
  google: { embedding: { values: vectors } },
  bedrock: { embedding: vectors, inputTextTokenCount: 3 },
};

describe("vectors", () => {
  it.each(connectableTypes.filter((type) => type in vectorAnswers))("come from %s", async (type) => {
    const { address } = await vendor({ parts: [JSON.stringify(vectorAnswers[type])] });
    const name = type === "bedrock" ? "amazon.titan-embed-text-v2:0" : "scripted";
    const model = providerKinds[type].embeddingModel?.(connection(address), name);
    if (!model) throw new Error("This type makes vectors.");
    expect((await embed({ model, value: "roaming", maxRetries: 0 })).embedding).toEqual(vectors);
  });

  it("do not come from a vendor that has none", () => {
    expect(providerKinds.anthropic.embeddingModel).toBeNull();
  });
});

describe("an address of Azure", () => {
  it.each([
    "https://northmere.openai.azure.com",
    "https://northmere.openai.azure.com/",
    "https://northmere.openai.azure.com/openai",
    "https://northmere.openai.azure.com/openai/v1/",
  ])("%s is the same place", (address) => {
    expect(azureRoot(address)).toBe("https://northmere.openai.azure.com/openai");
  });

  it("names the deployment where a version of the API is given", async () => {
    const { address, requests } = await vendor(asAnswer("azure", turn));
    const dated = connection(address, { settings: { apiVersion: "2024-10-21" } });
    await streamText({
      model: providerKinds.azure.languageModel(dated, "our-writer"),
      prompt: "Hello",
      maxRetries: 0,
    }).consumeStream();
    expect(requests[0]?.path).toBe("/openai/deployments/our-writer/chat/completions?api-version=2024-10-21");
  });
});

it("asks another host of the same region for Bedrock's list", () => {
  expect(controlAddress("https://bedrock-runtime.eu-central-1.amazonaws.com")).toBe(
    "https://bedrock.eu-central-1.amazonaws.com",
  );
  expect(controlAddress("http://127.0.0.1:9")).toBe("http://127.0.0.1:9");
});
