import { z } from "zod";
import { dataClassSchema } from "#lib/data-class.ts";
import { modelCapabilitiesSchema } from "#lib/models/capabilities.ts";
import { connectableTypes } from "#lib/models/provider-types.ts";

const shortName = z
  .string()
  .trim()
  .regex(
    /^[a-z][a-z0-9-]{1,38}[a-z0-9]$/,
    "Use 3 to 40 small letters, digits and hyphens, such as local-models.",
  );

const address = z
  .url({ protocol: /^https?$/, error: "Give the whole address, such as https://models.example.com/v1." })
  .max(500)
  .refine((text) => !URL.canParse(text) || !(new URL(text).username || new URL(text).password), {
    message: "Leave name and password out of the address; a key has its own field.",
  });

/** A secret as it is typed: left out, the stored one stays; empty, it is removed. */
const secret = z.string().trim().max(4000).optional();

const limit = (most: number) => z.int().min(1).max(most).nullable().default(null);

const connection = {
  name: z.string().trim().min(2, "Give the server a name of at least 2 characters.").max(80),
  /** Left out, it is the vendor's own address. */
  baseUrl: address.optional(),
  apiKey: secret,
  accessKeyId: secret,
  secretAccessKey: secret,
  sessionToken: secret,
  /** Of Azure, such as 2024-10-21. */
  apiVersion: z
    .string()
    .trim()
    .regex(/^([\w.-]{1,40})?$/, "Write the version as the vendor does, such as 2024-10-21.")
    .default(""),
  /** Of Bedrock, such as eu-central-1. */
  awsRegion: z
    .string()
    .trim()
    .regex(/^([a-z]{2}(-[a-z]+){1,3}-\d)?$/, "Write the region as AWS does, such as eu-central-1.")
    .default(""),
  region: z.string().trim().max(40).default(""),
  dataClassCeiling: dataClassSchema,
  /** Calls at the same time; null for no limit. */
  maxConcurrent: limit(10_000),
  requestsPerMinute: limit(1_000_000),
  tokensPerMinute: limit(1_000_000_000),
};

export const newProviderSchema = z.strictObject({
  slug: shortName,
  type: z.enum(connectableTypes).default("openai-compatible"),
  ...connection,
});
export type NewProvider = z.infer<typeof newProviderSchema>;

export const providerChangeSchema = z.strictObject({ ...connection, isActive: z.boolean() });
export type ProviderChange = z.infer<typeof providerChangeSchema>;

/** The embedded assistant has no address and no key. */
export const embeddedChangeSchema = z.strictObject({
  dataClassCeiling: dataClassSchema,
  isActive: z.boolean(),
});
export type EmbeddedChange = z.infer<typeof embeddedChangeSchema>;

export const providerRemovalSchema = z.strictObject({
  reason: z.string().trim().min(3, "Say why, in a few words.").max(300),
});

const { baseUrl, apiKey, accessKeyId, secretAccessKey, sessionToken, apiVersion, awsRegion } = connection;

/** A connection to be tried: one that is stored, or one that is being written. */
export const probeInputSchema = z.union([
  z.strictObject({ providerId: z.uuid() }),
  z.strictObject({
    type: z.enum(connectableTypes).default("openai-compatible"),
    baseUrl,
    apiKey,
    accessKeyId,
    secretAccessKey,
    sessionToken,
    apiVersion,
    awsRegion,
  }),
]);
export type ProbeInput = z.infer<typeof probeInputSchema>;
export type TypedConnection = Exclude<ProbeInput, { providerId: string }>;

/** The models of a provider that may be used; every other one is switched off. */
export const chosenModelsSchema = z.strictObject({
  models: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1, "Give the name under which the server knows the model.").max(200),
        displayName: z.string().trim().min(1, "Give the name that people see.").max(80),
        capabilities: modelCapabilitiesSchema.strict(),
        /** In tokens; null when nobody knows. */
        contextLength: z.int().min(1).max(100_000_000).nullable().default(null),
      }),
    )
    .max(200)
    .refine((models) => new Set(models.map(({ name }) => name)).size === models.length, {
      message: "Each model can be chosen once.",
    }),
});
export type ChosenModels = z.infer<typeof chosenModelsSchema>;

export const aliasModes = ["ordered", "weighted"] as const;
export type AliasMode = (typeof aliasModes)[number];

const aliasFields = {
  description: z.string().trim().max(200).default(""),
  /** `ordered`: the first that may be used. `weighted`: drawn by weight for every call. */
  mode: z.enum(aliasModes).default("ordered"),
  models: z
    .array(z.strictObject({ id: z.uuid(), weight: z.int().min(1).max(1000).default(1) }))
    .max(20)
    .refine((models) => new Set(models.map(({ id }) => id)).size === models.length, {
      message: "Each model stands in an alias once.",
    }),
};
export const newAliasSchema = z.strictObject({ name: shortName, ...aliasFields });
export type NewAlias = z.infer<typeof newAliasSchema>;
export const aliasChangeSchema = z.strictObject(aliasFields);
export type AliasChange = z.infer<typeof aliasChangeSchema>;
