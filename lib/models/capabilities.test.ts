import { expect, it } from "vitest";
import { modelCapabilitiesSchema, proposedCapabilities, toldByName } from "#lib/models/capabilities.ts";

it.each([
  ["text-embedding-3-large", { generates: false, tools: false, embeddings: true }],
  ["BAAI/bge-m3", { generates: false, tools: false, embeddings: true }],
  ["intfloat/e5-large", { generates: false, tools: false, embeddings: true }],
  ["BAAI/bge-reranker-v2-m3", { generates: false, tools: false, reranking: true }],
  ["whisper-1", { generates: false, tools: false }],
  ["gpt-image-1", { generates: false, tools: false }],
  ["gpt-5", {}],
  ["llama-3.3-70b-instruct", {}],
])("the name %s gives away no more than it says", (name, told) => {
  expect(toldByName(name)).toEqual(told);
});

it("proposes what most models do where nothing is told", () => {
  expect(proposedCapabilities({})).toMatchObject({ tools: true, generates: true, embeddings: false });
  expect(proposedCapabilities({ tools: false })).toMatchObject({ tools: false, generates: true });
  expect(proposedCapabilities({ embeddings: true })).toMatchObject({ tools: false, generates: false });
});

it("reads what was stored before there were more columns", () => {
  expect(modelCapabilitiesSchema.parse({ tools: true, generates: true })).toEqual({
    tools: true,
    generates: true,
    structuredOutput: false,
    embeddings: false,
    reranking: false,
    inputModalities: ["text"],
  });
});
