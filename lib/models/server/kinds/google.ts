import "server-only";
import { createGoogle } from "@ai-sdk/google";
import { z } from "zod";
import { toldByName } from "#lib/models/capabilities.ts";
import { type Connection, type ProviderKind, under } from "#lib/models/server/kinds/kind.ts";

const listSchema = z.object({
  models: z.array(
    z.object({
      name: z.string().min(1).max(200),
      displayName: z.string().max(200).optional().catch(undefined),
      inputTokenLimit: z.int().positive().optional().catch(undefined),
      supportedGenerationMethods: z.array(z.string()).default([]),
    }),
  ),
});

const provider = ({ baseUrl, secrets, fetch }: Connection) =>
  createGoogle({ baseURL: baseUrl, apiKey: secrets.apiKey ?? "", fetch });

function told(name: string, methods: readonly string[]) {
  if (methods.includes("embedContent")) return { embeddings: true, generates: false, tools: false };
  return methods.includes("generateContent") ? toldByName(name) : { generates: false, tools: false };
}

export const google: ProviderKind = {
  languageModel: (connection, name) => provider(connection).languageModel(name),
  embeddingModel: (connection, name) => provider(connection).embeddingModel(name),
  listing: ({ baseUrl, secrets }) => ({
    url: under(baseUrl, "/models?pageSize=1000"),
    headers: { "x-goog-api-key": secrets.apiKey ?? "" },
    read: (body) =>
      listSchema.safeParse(body).data?.models.map((entry) => ({
        name: entry.name.replace(/^models\//, ""),
        displayName: entry.displayName ?? null,
        contextLength: entry.inputTokenLimit ?? null,
        told: told(entry.name, entry.supportedGenerationMethods),
      })),
  }),
};
