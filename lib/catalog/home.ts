import { z } from "zod";
import { toolCardSchema } from "#lib/catalog/schema.ts";

/** One line of *Changed this week*. */
export const changeSchema = z.object({
  id: z.uuid(),
  kind: z.enum(["first-published", "published", "outage", "outage-ended", "deprecated"]),
  at: z.iso.datetime(),
  tool: z.object({ slug: z.string(), name: z.string() }),
  /** The version, the incident's title or the successor's name. */
  detail: z.string().nullable(),
  note: z.string(),
});
export type Change = z.infer<typeof changeSchema>;

/** Tools to begin with: of the person's domain as far as they reach, then the most used ones. */
export const starterToolsSchema = z.object({
  cards: z.array(toolCardSchema),
  /** How many of them, from the start, belong to the person's own domain. */
  ownDomainCount: z.number().int(),
});
export type StarterTools = z.infer<typeof starterToolsSchema>;
