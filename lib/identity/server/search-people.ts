import "server-only";
import { type PersonName, personNameSchema } from "#lib/identity/person.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { findNames } from "#lib/identity/server/directory-repository.ts";

/** Active colleagues whose name or e-mail contains every word, for pickers and the palette. */
export async function searchPeople(
  _viewer: Viewer,
  input: { words: string; limit: number },
): Promise<PersonName[]> {
  const words = input.words.trim();
  if (words === "") return [];
  const rows = await findNames(words, input.limit);
  return rows.map(({ team, ...row }) => personNameSchema.parse({ ...row, teamName: team?.name ?? null }));
}
