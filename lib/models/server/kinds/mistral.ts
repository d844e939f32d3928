import "server-only";
import { createMistral } from "@ai-sdk/mistral";
import { z } from "zod";
import { toldByName } from "#lib/models/capabilities.ts";
import { type Connection, type ProviderKind, under } from "#lib/models/server/kinds/kind.ts";
import { modalitiesOf } from "#lib/models/server/kinds/openai-compatible.ts";

const listSchema = z.object({
  data: z.array(
    z.object({
      id: z.string().min(1).max(200),
      name: z.string().max(200).nullish().catch(undefined),
      max_context_length: z.int().positive().optional().catch(undefined),
      capabilities: z
        .object({
          completion_chat: z.boolean().optional(),
          function_calling: z.boolean().optional(),
          vision: z.boolean().optional(),
        })
        .optional()
        .catch(undefined),
    }),
  ),
});

const provider = ({ baseUrl, secrets, fetch }: Connection) =>
  createMistral({ baseURL: baseUrl, apiKey: secrets.apiKey ?? "", fetch });

export const mistral: ProviderKind = {
  languageModel: (connection, name) => provider(connection).languageModel(name),
  embeddingModel: (connection, name) => provider(connection).embeddingModel(name),
  listing: ({ baseUrl, secrets }) => ({
    url: under(baseUrl, "/models"),
    headers: { authorization: `Bearer ${secrets.apiKey ?? ""}` },
    read: (body) =>
      listSchema.safeParse(body).data?.data.map(({ id, name, max_context_length, capabilities }) => ({
        name: id,
        displayName: name && name !== id ? name : null,
        contextLength: max_context_length ?? null,
        told: {
          ...(capabilities
            ? {
                generates: capabilities.completion_chat ?? false,
                tools: capabilities.function_calling ?? false,
                inputModalities: modalitiesOf(capabilities.vision ? ["image"] : []),
              }
            : {}),
          ...toldByName(id),
        },
      })),
  }),
};
