import { z } from "zod";
import { toolKindSchema } from "#lib/catalog/schema.ts";
import { toolSlugSchema } from "#lib/catalog/tool-slug.ts";

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

/** Letters that are written with Latin ones, and those of other scripts with which Latin ones are imitated. */
const lookAlikes: Readonly<Record<string, string>> = {
  а: "a",
  е: "e",
  о: "o",
  р: "p",
  с: "c",
  у: "y",
  х: "x",
  і: "i",
  ј: "j",
  ѕ: "s",
  һ: "h",
  ԁ: "d",
  ԛ: "q",
  ԝ: "w",
  α: "a",
  ε: "e",
  ο: "o",
  ρ: "p",
  ν: "v",
  τ: "t",
  υ: "u",
  χ: "x",
  ι: "i",
  κ: "k",
  ß: "ss",
  ø: "o",
  æ: "ae",
  ł: "l",
  đ: "d",
  ı: "i",
  ɡ: "g",
  ℓ: "l",
};

/** A name as an address: Latin letters, digits and hyphens. Empty when nothing of it can be written so. */
export function slugFromName(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\P{ASCII}/gu, (letter) => lookAlikes[letter] ?? (/\p{M}/u.test(letter) ? "" : "-"))
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
