import "server-only";
import { createAnthropic } from "@ai-sdk/anthropic";
import { z } from "zod";
import { type Connection, type ProviderKind, under } from "#lib/models/server/kinds/kind.ts";

const supported = z.object({ supported: z.boolean() }).optional().catch(undefined);
const listSchema = z.object({
  data: z.array(
    z.object({
      id: z.string().min(1).max(200),
      display_name: z.string().max(200).optional().catch(undefined),
      max_input_tokens: z.int().positive().nullish().catch(undefined),
      capabilities: z
        .object({ image_input: supported, pdf_input: supported, structured_outputs: supported })
        .nullish()
        .catch(undefined),
    }),
  ),
});

const provider = ({ baseUrl, secrets, fetch }: Connection) =>
  createAnthropic({ baseURL: baseUrl, apiKey: secrets.apiKey ?? "", fetch });

export const anthropic: ProviderKind = {
  languageModel: (connection, name) => provider(connection).languageModel(name),
  embeddingModel: null,
  listing: ({ baseUrl, secrets }) => ({
    url: under(baseUrl, "/models?limit=1000"),
    headers: { "x-api-key": secrets.apiKey ?? "", "anthropic-version": "2023-06-01" },
    read: (body) =>
      listSchema.safeParse(body).data?.data.map((entry) => ({
        name: entry.id,
        displayName: entry.display_name ?? null,
        contextLength: entry.max_input_tokens ?? null,
        told: entry.capabilities
          ? {
              structuredOutput: entry.capabilities.structured_outputs?.supported ?? false,
              inputModalities: [
                "text" as const,
                ...(entry.capabilities.image_input?.supported ? (["image"] as const) : []),
                ...(entry.capabilities.pdf_input?.supported ? (["document"] as const) : []),
              ],
            }
          : {},
      })),
  }),
};
