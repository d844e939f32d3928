import { z } from "zod";
import { toolKindSchema } from "#lib/catalog/schema.ts";
import { toolSlugSchema } from "#lib/catalog/tool-slug.ts";
import { lookalikeLetter, lookalikeMark } from "#lib/tools/reveal-lookalikes.ts";

export const newToolSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(2, "Write a name of at least 2 characters.")
    .max(80, "A name has at most 80 characters."),
  kind: toolKindSchema,
  /** Its address in the catalog; made from the name unless given. */
  slug: toolSlugSchema.optional(),
});
export type NewToolInput = z.infer<typeof newToolSchema>;

export const createdToolSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  revision: z.number().int(),
});
export type CreatedTool = z.infer<typeof createdToolSchema>;

/** Latin letters that have no plain part to be taken apart to. */
const plain: Readonly<Record<string, string>> = { ß: "ss", ø: "o", æ: "ae", ł: "l", đ: "d", ı: "i" };

function inLatin(letter: string): string {
  const taken = plain[letter] ?? lookalikeLetter(letter)?.looksLike ?? lookalikeMark(letter)?.looksLike;
  return taken ?? (/\p{M}/u.test(letter) ? "" : "-");
}

/** A name as an address: Latin letters, digits and hyphens. Empty when nothing of it can be written so. */
export function slugFromName(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\P{ASCII}/gu, inLatin)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60)
    .replaceAll(/-+$/g, "");
}

/**
 * What is left of a name or an address when letters that are easily taken for each other are one: case, scripts, 0 and o,
 * 1, l and i, rn and m, 5 and s, hyphens. Two tools with the same skeleton could be mistaken for each other.
 */
export function nameSkeleton(name: string): string {
  return slugFromName(name)
    .replaceAll("-", "")
    .replaceAll("rn", "m")
    .replaceAll("vv", "w")
    .replaceAll("0", "o")
    .replaceAll(/[1l]/g, "i")
    .replaceAll("5", "s");
}
