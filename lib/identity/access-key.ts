import { z } from "zod";

/** What a key may be used for; a route names the one that it asks for. */
export const keyScopes = ["tools:read", "tools:apply"] as const;
export const keyScopeSchema = z.enum(keyScopes);
export type KeyScope = z.infer<typeof keyScopeSchema>;

/** How long a key may live, in days. */
export const keyLives = [30, 90, 365] as const;
export type KeyLife = (typeof keyLives)[number];

export const mostKeys = 20;

export const createKeySchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(2, "Write a name by which you will know the key again.")
    .max(80, "A name holds at most 80 characters."),
  scopes: z
    .array(keyScopeSchema)
    .min(1, "Choose at least one thing that the key may do.")
    .max(keyScopes.length)
    .refine((scopes) => new Set(scopes).size === scopes.length, "Name each scope once."),
  days: z.literal(keyLives),
});
export type CreateKeyInput = z.infer<typeof createKeySchema>;

export const accessKeySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The first characters, to recognise it by. */
  prefix: z.string(),
  scopes: z.array(keyScopeSchema),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  state: z.enum(["active", "expired", "revoked"]),
});
export type AccessKey = z.infer<typeof accessKeySchema>;

export const accessKeysSchema = z.object({ keys: z.array(accessKeySchema) });

/** The only answer that ever holds a key itself. */
export const createdKeySchema = z.object({ key: accessKeySchema, token: z.string() });
export type CreatedKey = z.infer<typeof createdKeySchema>;
