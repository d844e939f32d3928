import { z } from "zod";

export const modalities = ["text", "image", "audio", "video", "document"] as const;
export type Modality = (typeof modalities)[number];

export const modelCapabilitiesSchema = z.object({
  /** The model may be handed operations to call. */
  tools: z.boolean(),
  /** The model writes sentences of its own; the embedded assistant does not. */
  generates: z.boolean(),
  /** It answers in a form that a JSON Schema prescribes. */
  structuredOutput: z.boolean().default(false),
  /** It turns text into vectors. */
  embeddings: z.boolean().default(false),
  /** It puts passages in order by how well they answer a question. */
  reranking: z.boolean().default(false),
  inputModalities: z.array(z.enum(modalities)).default(["text"]),
});
export type ModelCapabilities = z.infer<typeof modelCapabilitiesSchema>;

/** What a server told about a model; what it left open is absent. */
export type ToldCapabilities = Partial<ModelCapabilities>;

/** Whether pictures can be sent to it. */
export const seesImages = ({ inputModalities }: ModelCapabilities) => inputModalities.includes("image");

const notForText = /whisper|transcri|\btts\b|speech|dall-e|image|imagen|moderation|realtime|sora|veo|audio/i;

/**
 * What the name of a model gives away where its server tells nothing: whether it makes vectors, orders passages, or
 * does not deal in text at all. Never more than that.
 */
export function toldByName(name: string): ToldCapabilities {
  if (/rerank/i.test(name)) return { generates: false, tools: false, reranking: true };
  if (/embed|(^|[/-])(bge|gte|e5)-/i.test(name)) return { generates: false, tools: false, embeddings: true };
  return notForText.test(name) ? { generates: false, tools: false } : {};
}

/** What is proposed for a model: what is told, and for the rest what most models do. */
export function proposedCapabilities(told: ToldCapabilities): ModelCapabilities {
  const special = told.embeddings === true || told.reranking === true;
  return {
    tools: told.tools ?? !special,
    generates: told.generates ?? !special,
    structuredOutput: told.structuredOutput ?? false,
    embeddings: told.embeddings ?? false,
    reranking: told.reranking ?? false,
    inputModalities: told.inputModalities ?? ["text"],
  };
}
