import { z } from "zod";
import { personRefSchema, roleSchema } from "#lib/identity/schema.ts";
import { sessionSchema } from "#lib/identity/session.ts";

export const domainRefSchema = z.object({ id: z.uuid(), slug: z.string(), name: z.string() });
export type DomainRef = z.infer<typeof domainRefSchema>;

export const teamRefSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  domainId: z.uuid(),
});
export type TeamRef = z.infer<typeof teamRefSchema>;

/** The roles that somebody can be given; `employee` holds always and `owner` follows from owning a tool. */
export const grantableRoles = ["admin", "auditor", "domain-lead"] as const;
export const grantableRoleSchema = z.enum(grantableRoles);
export type GrantableRole = z.infer<typeof grantableRoleSchema>;

export const personStates = ["active", "deactivated", "all"] as const;

/** What a list of people is narrowed to; `words` are looked for in name and e-mail. */
export const peopleQuerySchema = z.strictObject({
  words: z.string().trim().max(100).optional(),
  role: roleSchema.optional(),
  teamId: z.uuid().optional(),
  state: z.enum(personStates).default("active"),
  cursor: z.string().max(1024).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type PeopleQuery = z.infer<typeof peopleQuerySchema>;

export const personRowSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  jobTitle: z.string(),
  teamName: z.string().nullable(),
  domainName: z.string().nullable(),
  isActive: z.boolean(),
  source: z.enum(["live", "sample"]),
  roles: z.array(roleSchema),
  /** Living sessions. */
  sessions: z.number().int(),
  lastSeenAt: z.iso.datetime().nullable(),
});
export type PersonRow = z.infer<typeof personRowSchema>;

export const peoplePageSchema = z.object({
  items: z.array(personRowSchema),
  total: z.number().int(),
  nextCursor: z.string().nullable(),
});
export type PeoplePage = z.infer<typeof peoplePageSchema>;

/** What everybody may see of a colleague. */
export const personNameSchema = personRefSchema.extend({
  jobTitle: z.string(),
  teamName: z.string().nullable(),
});
export type PersonName = z.infer<typeof personNameSchema>;

export const heldRoleSchema = z.object({
  role: roleSchema,
  /** Set for the lead of a domain. */
  domain: domainRefSchema.nullable(),
  grantedAt: z.iso.datetime().nullable(),
  canBeRevoked: z.boolean(),
});
export type HeldRole = z.infer<typeof heldRoleSchema>;

export const ownedToolSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  as: z.enum(["owner", "deputy"]),
  /** Who answers for it besides this person; null when nobody does. */
  other: personRefSchema.nullable(),
});
export type OwnedTool = z.infer<typeof ownedToolSchema>;

/** What depends on a person: shown before they are deactivated, as the consequence. */
export const dependentsSchema = z.object({
  tools: z.array(ownedToolSchema),
  leads: z.array(domainRefSchema),
  sessions: z.number().int(),
});
export type Dependents = z.infer<typeof dependentsSchema>;

export const personDetailSchema = personRowSchema.extend({
  office: z.string(),
  deactivatedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  signsInWith: z.enum(["identity-provider", "demo", "nothing"]),
  held: z.array(heldRoleSchema),
  dependents: dependentsSchema,
  livingSessions: z.array(sessionSchema),
});
export type PersonDetail = z.infer<typeof personDetailSchema>;

const reason = z.string().trim().min(3, "Say why, in a few words.").max(300);

export const roleChangeSchema = z
  .strictObject({ role: grantableRoleSchema, domainId: z.uuid().nullable().default(null), reason })
  .refine(({ role, domainId }) => (role === "domain-lead") === (domainId !== null), {
    path: ["domainId"],
    message: "Name the domain for a domain lead, and none for any other role.",
  });
export type RoleChange = z.infer<typeof roleChangeSchema>;

export const reasonSchema = z.strictObject({ reason });
