import "server-only";
import { distinctActors, distinctTargets, distinctTypes } from "#lib/audit/server/repository.ts";
import { type AuditReader, requireAuditReader } from "#lib/audit/server/require-audit-reader.ts";

export type FilterChoices = {
  readonly types: readonly string[];
  readonly actors: readonly { id: string; name: string }[];
  readonly targets: readonly { id: string; name: string; kind: string }[];
};

/** What the explorer's filters offer: types that occur, and people and targets whose names hold the words. */
export async function filterChoices(reader: AuditReader, words: string): Promise<FilterChoices> {
  requireAuditReader(reader);
  const [types, actors, targets] = await Promise.all([distinctTypes(), distinctActors(words, 20), distinctTargets(words, 20)]);
  return { types, actors, targets };
}
