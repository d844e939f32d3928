import { z } from "zod";
import { domainRefSchema } from "#lib/identity/person.ts";
import { personRefSchema } from "#lib/identity/schema.ts";

const memberSchema = personRefSchema.extend({ jobTitle: z.string() });

/** A team with its people; everybody may see it. */
export const teamProfileSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  domain: domainRefSchema,
  /** Who leads its domain; null when nobody active does. */
  domainLead: memberSchema.nullable(),
  /** Active people by name. */
  people: z.array(memberSchema),
});
export type TeamProfile = z.infer<typeof teamProfileSchema>;

/** What everybody may see of a colleague on a page of their own. */
export const colleagueSchema = memberSchema.extend({
  email: z.string(),
  office: z.string(),
  isActive: z.boolean(),
  source: z.enum(["live", "sample"]),
  team: z.object({ slug: z.string(), name: z.string(), domain: domainRefSchema }).nullable(),
  /** Domains that this person leads. */
  leads: z.array(domainRefSchema),
});
export type Colleague = z.infer<typeof colleagueSchema>;
