import { z } from "zod";

/** How many searches a person can save. */
export const mostSavedSearches = 100;

const name = z.string().trim().min(1, "Give the search a name.").max(80, "A name has at most 80 characters.");

export const savedSearchSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Of the catalog's address, without the question mark. */
  query: z.string(),
  savedAt: z.iso.datetime(),
});
export type SavedSearch = z.infer<typeof savedSearchSchema>;
export const savedSearchListSchema = z.object({ searches: z.array(savedSearchSchema) });

export const newSearchSchema = z.strictObject({ name, query: z.string().max(4000) });
export type NewSearch = z.infer<typeof newSearchSchema>;
export const searchRenameSchema = z.strictObject({ name });
