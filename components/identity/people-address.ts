import { z } from "zod";
import { type PeopleQuery, personStates } from "#lib/identity/person.ts";
import { roleSchema } from "#lib/identity/schema.ts";

/** What the address of the list of people holds. */
export type PeopleSearch = {
  readonly words?: string | undefined;
  readonly role?: PeopleQuery["role"];
  readonly teamId?: string | undefined;
  readonly state?: PeopleQuery["state"] | undefined;
  /** The cursors of the pages turned so far; the last one is in view. */
  readonly pages?: readonly string[] | undefined;
  /** Whose panel is open. */
  readonly person?: string | undefined;
};

/** The address of the list; a narrowing that changes begins at the first page. */
export function peopleAddress(search: PeopleSearch): string {
  const parameters = new URLSearchParams();
  if (search.words) parameters.set("words", search.words);
  if (search.role) parameters.set("role", search.role);
  if (search.teamId) parameters.set("teamId", search.teamId);
  if (search.state && search.state !== "active") parameters.set("state", search.state);
  if (search.pages?.length) parameters.set("pages", search.pages.join(","));
  if (search.person) parameters.set("person", search.person);
  return parameters.size > 0 ? `/admin/people?${parameters}` : "/admin/people";
}

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

const searchSchema = z.object({
  words: z.string().trim().max(100).optional().catch(undefined),
  role: roleSchema.optional().catch(undefined),
  teamId: z.uuid().optional().catch(undefined),
  state: z.enum(personStates).default("active").catch("active"),
  person: z.uuid().optional().catch(undefined),
  pages: z
    .string()
    .transform((text) => text.split(",").filter(Boolean))
    .catch([]),
});

/** Reads an address back; what is not understood is left out rather than refused. */
export function readPeopleSearch(parameters: Parameters): z.infer<typeof searchSchema> {
  const first = Object.entries(parameters).map(([name, value]) => [
    name,
    Array.isArray(value) ? value[0] : value,
  ]);
  return searchSchema.parse(Object.fromEntries(first));
}
