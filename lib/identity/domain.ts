import { z } from "zod";
import { domainRefSchema } from "#lib/identity/person.ts";
import { personRefSchema } from "#lib/identity/schema.ts";

/** A domain with who leads it and which teams it has; everybody may see it. */
export const domainProfileSchema = domainRefSchema.extend({
  description: z.string(),
  lead: personRefSchema.extend({ jobTitle: z.string() }).nullable(),
  teams: z.array(z.object({ id: z.uuid(), slug: z.string(), name: z.string(), people: z.number().int() })),
});
export type DomainProfile = z.infer<typeof domainProfileSchema>;
