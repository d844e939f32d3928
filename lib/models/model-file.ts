import { z } from "zod";
import { dataClassSchema } from "#lib/data-class.ts";
import { aliasModes, newProviderSchema } from "#lib/models/administration.ts";
import { modelCapabilitiesSchema } from "#lib/models/capabilities.ts";
import { newPriceSchema } from "#lib/models/prices.ts";
import { connectableTypes, secretFields } from "#lib/models/provider-types.ts";

export const modelFileVersion = "weft/models-1";
/** Characters of a file. */
export const modelFileLimit = 512 * 1024;

const { slug, name, baseUrl, apiVersion, awsRegion, region } = newProviderSchema.shape;
const { maxConcurrent, requestsPerMinute, tokensPerMinute } = newProviderSchema.shape;

/** A secret is never in the file, only the name under which the portal's environment holds it. */
const secretReference = z.strictObject({
  env: z
    .string()
    .regex(
      /^WEFT_MODEL_KEY_[A-Z0-9_]{1,60}$/,
      "Name a variable that begins with WEFT_MODEL_KEY_ and goes on with capital letters, digits and underscores.",
    ),
});

const fileModelSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  displayName: z.string().trim().min(1).max(80).optional(),
  isActive: z.boolean().default(true),
  capabilities: modelCapabilitiesSchema.strict().partial().default({}),
  contextLength: z.int().min(1).max(100_000_000).nullable().default(null),
  prices: z.array(newPriceSchema).max(200).default([]),
});
export type FileModel = z.infer<typeof fileModelSchema>;

const fileProviderSchema = z.strictObject({
  slug,
  name,
  type: z.enum(connectableTypes),
  baseUrl,
  settings: z.strictObject({ apiVersion, awsRegion }).partial().default({}),
  secrets: z.partialRecord(z.enum(secretFields), secretReference).default({}),
  region,
  dataClassCeiling: dataClassSchema,
  limits: z.strictObject({ maxConcurrent, requestsPerMinute, tokensPerMinute }).partial().default({}),
  isActive: z.boolean().default(true),
  models: z.array(fileModelSchema).max(200).default([]),
});
export type FileProvider = z.infer<typeof fileProviderSchema>;

const fileAliasSchema = z.strictObject({
  name: slug,
  description: z.string().trim().max(200).default(""),
  mode: z.enum(aliasModes).default("ordered"),
  models: z
    .array(
      z.strictObject({
        /** `server/model`, by the short name of the server. */
        model: z.string().regex(/^[a-z][a-z0-9-]*\/.+$/, "Write it as server/model."),
        weight: z.int().min(1).max(1000).default(1),
      }),
    )
    .max(20)
    .default([]),
});
export type FileAlias = z.infer<typeof fileAliasSchema>;

const namesOnce = (names: readonly string[]) => new Set(names).size === names.length;

/** Model servers, models, prices and aliases as one file. What it does not name stays as it is. */
export const modelFileSchema = z.strictObject({
  apiVersion: z.literal(modelFileVersion),
  providers: z
    .array(fileProviderSchema)
    .max(100)
    .default([])
    .refine((all) => namesOnce(all.map((one) => one.slug)), { message: "A short name stands here twice." }),
  aliases: z
    .array(fileAliasSchema)
    .max(100)
    .default([])
    .refine((all) => namesOnce(all.map((one) => one.name)), { message: "An alias stands here twice." }),
});
export type ModelFile = z.infer<typeof modelFileSchema>;

export const importInputSchema = z.strictObject({
  text: z.string().min(1, "Give the file.").max(modelFileLimit, "The file is too long."),
  /** True to see what would change, without changing it. */
  isTrial: z.boolean().default(false),
});
export type ImportInput = z.infer<typeof importInputSchema>;

export const importResultSchema = z.object({
  isTrial: z.boolean(),
  changes: z.array(
    z.object({
      kind: z.enum(["provider", "alias"]),
      name: z.string(),
      did: z.enum(["added", "changed", "same"]),
    }),
  ),
});
export type ImportResult = z.infer<typeof importResultSchema>;
