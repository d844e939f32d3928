import "server-only";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { z } from "zod";
import { type Modality, modalities, type ToldCapabilities, toldByName } from "#lib/models/capabilities.ts";
import {
  type Connection,
  type OfferedModel,
  type ProviderKind,
  under,
} from "#lib/models/server/kinds/kind.ts";

const count = z.int().positive().optional().catch(undefined);
const words = z.array(z.string()).optional().catch(undefined);

/** OpenAI's list with what vLLM, llama.cpp, LM Studio and OpenRouter tell besides. */
const entrySchema = z.object({
  id: z.string().min(1).max(200),
  name: z.string().max(200).optional().catch(undefined),
  type: z.string().optional().catch(undefined),
  max_model_len: count,
  context_length: count,
  max_context_length: count,
  meta: z.object({ n_ctx: count, n_ctx_train: count }).optional().catch(undefined),
  architecture: z.object({ input_modalities: words }).optional().catch(undefined),
  supported_parameters: words,
});
const listSchema = z.union([
  z.object({ data: z.array(entrySchema) }),
  z.object({ models: z.array(z.object({ name: z.string().min(1).max(200) })) }),
]);

const kinds: Readonly<Record<string, ToldCapabilities>> = {
  embeddings: { embeddings: true, generates: false, tools: false },
  embedding: { embeddings: true, generates: false, tools: false },
  reranker: { reranking: true, generates: false, tools: false },
  vlm: { inputModalities: ["text", "image"] },
};

/** The modalities among words, always with text first. */
export function modalitiesOf(names: readonly string[]): Modality[] {
  const told = names.map((name) => (/^(file|pdf)$/i.test(name) ? "document" : name.toLowerCase()));
  return modalities.filter((each) => each === "text" || told.includes(each));
}

function toldOf(entry: z.infer<typeof entrySchema>): ToldCapabilities {
  const { architecture, supported_parameters: parameters, type } = entry;
  return {
    ...toldByName(entry.id),
    ...(type ? kinds[type] : {}),
    ...(architecture?.input_modalities
      ? { inputModalities: modalitiesOf(architecture.input_modalities) }
      : {}),
    ...(parameters
      ? {
          tools: parameters.includes("tools"),
          structuredOutput: parameters.includes("structured_outputs"),
        }
      : {}),
  };
}

/** Reads OpenAI's list of models, or the one of servers with a dialect of their own beside it. */
export function readOpenAIList(body: unknown): OfferedModel[] | undefined {
  const list = listSchema.safeParse(body).data;
  if (!list) return undefined;
  if ("models" in list) {
    return list.models.map(({ name }) => ({
      name,
      displayName: null,
      told: toldByName(name),
      contextLength: null,
    }));
  }
  return list.data.map((entry) => ({
    name: entry.id,
    displayName: entry.name ?? null,
    told: toldOf(entry),
    contextLength:
      entry.max_model_len ??
      entry.context_length ??
      entry.max_context_length ??
      entry.meta?.n_ctx ??
      entry.meta?.n_ctx_train ??
      null,
  }));
}

const bearer = (apiKey: string | undefined): Record<string, string> =>
  apiKey ? { authorization: `Bearer ${apiKey}` } : {};

function provider({ slug, baseUrl, secrets, fetch }: Connection) {
  return createOpenAICompatible({
    name: slug,
    baseURL: baseUrl,
    ...(secrets.apiKey ? { apiKey: secrets.apiKey } : {}),
    includeUsage: true,
    fetch,
  });
}

/** vLLM, Ollama, llama.cpp, LiteLLM and whatever else speaks OpenAI's chat completions. */
export const openAICompatible: ProviderKind = {
  languageModel: (connection, name) => provider(connection).chatModel(name),
  embeddingModel: (connection, name) => provider(connection).embeddingModel(name),
  listing: ({ baseUrl, secrets }) => ({
    url: under(baseUrl, "/models"),
    headers: bearer(secrets.apiKey),
    read: readOpenAIList,
  }),
};
