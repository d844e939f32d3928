import "server-only";
import { type FilterChoices, filterChoicesSchema } from "#lib/audit/schema.ts";
import { distinctActors, distinctTargets, distinctTypes } from "#lib/audit/server/choice-repository.ts";
import { type AuditReader, requireAuditReader } from "#lib/audit/server/require-audit-reader.ts";

const mostChoices = 20;

/** Case and accents do not matter: "ines" finds Inês. */
const fold = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

/** What the explorer's filters offer: types that occur, and people and targets whose names hold the words. */
export async function filterChoices(reader: AuditReader, words: string): Promise<FilterChoices> {
  requireAuditReader(reader);
  const [types, actors, targets] = await Promise.all([distinctTypes(), distinctActors(), distinctTargets()]);
  const wanted = fold(words).split(/\s+/);
  const named = <Choice extends { name: string }>(choices: readonly Choice[]) =>
    choices.filter(({ name }) => wanted.every((word) => fold(name).includes(word))).slice(0, mostChoices);
  return filterChoicesSchema.parse({ types, actors: named(actors), targets: named(targets) });
}
