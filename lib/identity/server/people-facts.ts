import "server-only";
import { z } from "zod";
import { type Role, roleSchema, roles } from "#lib/identity/schema.ts";
import { findPeopleFacts } from "#lib/identity/server/people-facts-repository.ts";

const rowSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  jobTitle: z.string(),
  isActive: z.boolean(),
  teamId: z.uuid().nullable(),
  teamName: z.string().nullable(),
  domainId: z.uuid().nullable(),
  domainName: z.string().nullable(),
  assigned: z.array(roleSchema),
  leadOf: z.array(z.uuid()),
  isOwner: z.boolean(),
});

/** What decisions about a person rest on, for questions about somebody else than the viewer. */
export type PersonFacts = Omit<z.infer<typeof rowSchema>, "assigned" | "isOwner"> & {
  readonly roles: Role[];
};

function toFacts(row: unknown): PersonFacts {
  const { assigned, isOwner, ...facts } = rowSchema.parse(row);
  const held = new Set<Role>(["employee", ...assigned]);
  if (isOwner) held.add("owner");
  if (facts.leadOf.length > 0) held.add("domain-lead");
  else held.delete("domain-lead");
  return { ...facts, roles: roles.filter((role) => held.has(role)) };
}

/** One person, deactivated ones included; null when there is none. */
export async function factsOfPerson(id: string): Promise<PersonFacts | null> {
  const [row] = await findPeopleFacts([id]);
  return row === undefined ? null : toFacts(row);
}

/** Several people by id, deactivated ones included. */
export async function factsOfPeople(ids: readonly string[]): Promise<PersonFacts[]> {
  return ids.length === 0 ? [] : (await findPeopleFacts(ids)).map(toFacts);
}

/** Everybody who can sign in. */
export async function factsOfActivePeople(): Promise<PersonFacts[]> {
  return (await findPeopleFacts(null)).map(toFacts);
}
