import { z } from "zod";
import { dataClassSchema } from "#lib/data-class.ts";
import { aliasModes } from "#lib/models/administration.ts";
import { modelCapabilitiesSchema } from "#lib/models/capabilities.ts";
import { providerTypes, secretFields } from "#lib/models/provider-types.ts";

/** Either it works, or somebody has to enter or renew a secret, or something is wrong that the reason names. */
export const connectionStates = ["connected", "needs-sign-in", "failing"] as const;
export const connectionStateSchema = z.enum(connectionStates);
export type ConnectionState = z.infer<typeof connectionStateSchema>;

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
  settings: z.object({ apiVersion: z.string().optional(), awsRegion: z.string().optional() }),
  region: z.string(),
  dataClassCeiling: dataClassSchema,
  isActive: z.boolean(),
  /** Which secrets are stored, never their values. */
  secrets: z.array(z.enum(secretFields)),
  maxConcurrent: z.number().int().nullable(),
  requestsPerMinute: z.number().int().nullable(),
  tokensPerMinute: z.number().int().nullable(),
  lastProbeState: connectionStateSchema.nullable(),
  lastProbeAt: z.iso.datetime().nullable(),
  lastProbeError: z.string().nullable(),
  lastProbeMs: z.number().int().nullable(),
  models: z.array(modelViewSchema),
  /** Models that the process which answers does not ask at the moment, because they kept failing. */
  paused: z.array(z.object({ name: z.string(), until: z.iso.datetime(), reason: z.string() })),
});
export type ProviderView = z.infer<typeof providerViewSchema>;

export const aliasViewSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  description: z.string(),
  mode: z.enum(aliasModes),
  /** In the order in which they are tried, or with the weights by which they are drawn. */
  models: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      displayName: z.string(),
      provider: z.string(),
      weight: z.number().int(),
      /** False when the model or its server is switched off; it is passed over then. */
      isActive: z.boolean(),
    }),
  ),
  /** How many tools are bound to it. */
  tools: z.number().int(),
});
export type AliasView = z.infer<typeof aliasViewSchema>;

/** What the looks of one day at a model server found; the time is the middle one of those that worked. */
export const healthDaySchema = z.object({
  day: z.iso.date(),
  looks: z.number().int(),
  connected: z.number().int(),
  p50Ms: z.number().int().nullable(),
});
export type HealthDay = z.infer<typeof healthDaySchema>;

/** A model that a server offers, with what it tells of it; what it leaves open is absent or null. */
export const offeredModelSchema = z.object({
  name: z.string(),
  displayName: z.string().nullable(),
  told: modelCapabilitiesSchema.partial(),
  contextLength: z.number().int().nullable(),
});
export type OfferedModel = z.infer<typeof offeredModelSchema>;

export const probeResultSchema = z.object({
  state: connectionStateSchema,
  milliseconds: z.number().int(),
  message: z.string(),
  mend: z.string().nullable(),
  models: z.array(offeredModelSchema),
});
export type ProbeResult = z.infer<typeof probeResultSchema>;
