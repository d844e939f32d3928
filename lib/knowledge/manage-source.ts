import { z } from "zod";
import { dataClassSchema } from "#lib/data-class.ts";
import { newSourceSchema } from "#lib/knowledge/new-source.ts";

/** What the team that owns a source may change of it; the class of its data stays, because tools were released on it. */
export const changeSourceSchema = z.strictObject({
  name: newSourceSchema.shape.name,
  description: newSourceSchema.shape.description.unwrap(),
});
export type ChangeSourceInput = z.infer<typeof changeSourceSchema>;

/** A source as the team that owns it sees to it. */
export const managedSourceSchema = z.object({
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  dataClass: dataClassSchema,
  team: z.string(),
  documents: z.array(
    z.object({
      slug: z.string(),
      title: z.string(),
      verifiedAt: z.iso.datetime().nullable(),
      updatedAt: z.iso.datetime(),
    }),
  ),
});
export type ManagedSource = z.infer<typeof managedSourceSchema>;

/** Tools that answer from a source: the names that the viewer may know, and how many more there are. */
export type SourceUsers = { readonly names: readonly string[]; readonly hidden: number };

/** Why a source cannot be deleted, in a sentence; null when nothing uses it. */
export function whyInUse({ names, hidden }: SourceUsers): string | null {
  const more = hidden > 0 ? [`${hidden} ${names.length > 0 ? "more" : "other"}`] : [];
  const all = [...names, ...more];
  if (all.length === 0) return null;
  const listed = all.length === 1 ? all[0] : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
  const one = names.length + hidden === 1;
  if (names.length === 0)
    return `${one ? "A tool" : `${hidden} tools`} that you cannot see ${one ? "answers" : "answer"} from it.`;
  return `${listed} ${one ? "answers" : "answer"} from it.`;
}
