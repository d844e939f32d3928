import "server-only";
import { type FilterChoices, filterChoicesSchema } from "#lib/audit/schema.ts";
import { distinctActors, distinctTargets, distinctTypes } from "#lib/audit/server/choice-repository.ts";
import { type AuditReader, requireAuditReader } from "#lib/audit/server/require-audit-reader.ts";

const mostChoices = 20;

/** What the explorer's filters offer: types that occur, and people and targets whose names hold the words. */
export async function filterChoices(reader: AuditReader, words: string): Promise<FilterChoices> {
  requireAuditReader(reader);
  const [types, actors, targets] = await Promise.all([
    distinctTypes(),
    distinctActors(words, mostChoices),
    distinctTargets(words, mostChoices),
  ]);
  return filterChoicesSchema.parse({ types, actors, targets });
}
