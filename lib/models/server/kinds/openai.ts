import "server-only";
import { createOpenAI } from "@ai-sdk/openai";
import { type Connection, type ProviderKind, under } from "#lib/models/server/kinds/kind.ts";
import { readOpenAIList } from "#lib/models/server/kinds/openai-compatible.ts";

// An empty key is given as such: left out, the SDK would take one from the environment of the process.
const provider = ({ baseUrl, secrets, fetch }: Connection) =>
  createOpenAI({ baseURL: baseUrl, apiKey: secrets.apiKey ?? "", fetch });

/** OpenAI itself, by chat completions: unlike its responses, they leave nothing stored at the vendor. */
export const openAI: ProviderKind = {
  languageModel: (connection, name) => provider(connection).chat(name),
  embeddingModel: (connection, name) => provider(connection).embeddingModel(name),
  listing: ({ baseUrl, secrets }) => ({
    url: under(baseUrl, "/models"),
    headers: { authorization: `Bearer ${secrets.apiKey ?? ""}` },
    read: readOpenAIList,
  }),
};
