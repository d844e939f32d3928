import { z } from "zod";
import { toolCardSchema } from "#lib/catalog/schema.ts";

/** How many tools a person can keep as favourites. */
export const mostFavourites = 500;
/** How many tools a collection holds. */
export const mostCollected = 60;

export const favouriteListSchema = z.object({ tools: z.array(toolCardSchema) });
export const keptSchema = z.object({ isFavourite: z.boolean() });

const domainSchema = z.object({ id: z.uuid(), slug: z.string(), name: z.string() });

export const collectionSummarySchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  text: z.string(),
  /** Null for a collection of the whole company. */
  domain: domainSchema.nullable(),
  madeBy: z.string(),
  changedAt: z.iso.datetime(),
  source: z.enum(["live", "sample"]),
  /** Names of the tools that the viewer may find, in order. */
  tools: z.array(z.string()),
});
export type CollectionSummary = z.infer<typeof collectionSummarySchema>;
export const collectionListSchema = z.object({ collections: z.array(collectionSummarySchema) });

export const collectionSchema = collectionSummarySchema.omit({ tools: true }).extend({
  items: z.array(z.object({ card: toolCardSchema, note: z.string() })),
  canEdit: z.boolean(),
});
export type Collection = z.infer<typeof collectionSchema>;

const title = z
  .string()
  .trim()
  .min(3, "Give the collection a title of at least 3 characters.")
  .max(80, "A title has at most 80 characters.");
const text = z.string().trim().max(600, "Say it in at most 600 characters.");
const items = z
  .array(
    z.strictObject({
      slug: z.string().min(1).max(80),
      note: z.string().trim().max(300, "A note has at most 300 characters."),
    }),
  )
  .max(mostCollected, `A collection holds at most ${mostCollected} tools.`)
  .refine((list) => new Set(list.map(({ slug }) => slug)).size === list.length, {
    message: "A tool stands in a collection once.",
  });

/** What its maker writes, as the form checks it before it is sent. */
export const collectionWordsSchema = z.object({ title, text });

export const newCollectionSchema = z.strictObject({
  title,
  text,
  /** The domain's address; null for the whole company. */
  domain: z.string().max(80).nullable(),
  items,
});
export type NewCollection = z.infer<typeof newCollectionSchema>;

export const collectionChangeSchema = z.strictObject({
  title,
  text,
  items,
  /** When what is being changed was last changed, as it was read. */
  changedAt: z.iso.datetime(),
});
export type CollectionChange = z.infer<typeof collectionChangeSchema>;
