import { z } from "zod";
import { dataClassSchema } from "#lib/data-class.ts";

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

/** A key as it is typed: left out, the stored one stays; empty, it is removed. */
const apiKey = z.string().trim().max(4000).optional();

const connection = {
  name: z.string().trim().min(2, "Give the server a name of at least 2 characters.").max(80),
  baseUrl: address,
  apiKey,
  region: z.string().trim().max(40).default(""),
  dataClassCeiling: dataClassSchema,
};

export const newProviderSchema = z.strictObject({ slug: shortName, ...connection });
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

/** A connection to be tried: one that is stored, or one that is being written. */
export const probeInputSchema = z.union([
  z.strictObject({ providerId: z.uuid() }),
  z.strictObject({ baseUrl: address, apiKey: z.string().trim().max(4000).default("") }),
]);
export type ProbeInput = z.infer<typeof probeInputSchema>;

/** The models of a provider that may be used; every other one is switched off. */
export const chosenModelsSchema = z.strictObject({
  models: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1, "Give the name under which the server knows the model.").max(200),
        displayName: z.string().trim().min(1, "Give the name that people see.").max(80),
        /** It may be handed operations to call. */
        tools: z.boolean(),
      }),
    )
    .max(200)
    .refine((models) => new Set(models.map(({ name }) => name)).size === models.length, {
      message: "Each model can be chosen once.",
    }),
});
export type ChosenModels = z.infer<typeof chosenModelsSchema>;

const aliasFields = {
  description: z.string().trim().max(200).default(""),
  /** Ids in the order in which they are tried. */
  modelIds: z
    .array(z.uuid())
    .max(20)
    .refine((ids) => new Set(ids).size === ids.length, { message: "Each model stands in an alias once." }),
};
export const newAliasSchema = z.strictObject({ name: shortName, ...aliasFields });
export type NewAlias = z.infer<typeof newAliasSchema>;
export const aliasChangeSchema = z.strictObject(aliasFields);
export type AliasChange = z.infer<typeof aliasChangeSchema>;
