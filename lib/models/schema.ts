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
  models: z.array(z.object({ id: z.uuid(), name: z.string(), provider: z.string() })),
});
export type AliasView = z.infer<typeof aliasViewSchema>;

const slug = z
  .string()
  .trim()
  .regex(
    /^[a-z][a-z0-9-]{1,38}[a-z0-9]$/,
    "Use 3 to 40 small letters, digits and hyphens, such as local-models.",
  );

export const providerInputSchema = z.strictObject({
  slug,
  name: z.string().trim().min(2).max(80),
  baseUrl: z.url({
    protocol: /^https?$/,
    error: "Give the whole address, such as https://models.example.com/v1.",
  }),
  /** Left out: the stored key stays. Empty: the key is removed. */
  apiKey: z.string().max(4000).optional(),
  region: z.string().trim().max(40).default(""),
  dataClassCeiling: dataClassSchema,
});
export type ProviderInput = z.infer<typeof providerInputSchema>;

export const probeResultSchema = z.object({
  ok: z.boolean(),
  milliseconds: z.number().int(),
  message: z.string(),
  mend: z.string().nullable(),
  models: z.array(z.string()),
});
export type ProbeResult = z.infer<typeof probeResultSchema>;
