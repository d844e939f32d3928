import { z } from "zod";
import { dataClassSchema } from "#lib/data-class.ts";

export const providerTypes = ["embedded", "openai-compatible"] as const;

export const modelCapabilitiesSchema = z.object({
  /** The model may be handed operations to call. */
  tools: z.boolean(),
  /** The model writes sentences of its own; the embedded assistant does not. */
  generates: z.boolean(),
});

export const modelViewSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  displayName: z.string(),
  capabilities: modelCapabilitiesSchema,
  contextLength: z.number().int().nullable(),
  isActive: z.boolean(),
});

export const providerViewSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  type: z.enum(providerTypes),
  baseUrl: z.string().nullable(),
  region: z.string(),
  dataClassCeiling: dataClassSchema,
  isActive: z.boolean(),
  hasSecret: z.boolean(),
  lastProbeAt: z.iso.datetime().nullable(),
  lastProbeError: z.string().nullable(),
  lastProbeMs: z.number().int().nullable(),
  models: z.array(modelViewSchema),
});
export type ProviderView = z.infer<typeof providerViewSchema>;

export const aliasViewSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  description: z.string(),
  /** In the order in which they are tried. */
  models: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      displayName: z.string(),
      provider: z.string(),
      /** False when the model or its server is switched off; it is passed over then. */
      isActive: z.boolean(),
    }),
  ),
  /** How many tools are bound to it. */
  tools: z.number().int(),
});
export type AliasView = z.infer<typeof aliasViewSchema>;

export const probeResultSchema = z.object({
  ok: z.boolean(),
  milliseconds: z.number().int(),
  message: z.string(),
  mend: z.string().nullable(),
  models: z.array(z.string()),
});
export type ProbeResult = z.infer<typeof probeResultSchema>;
