import "server-only";
import { teamsOfSources } from "#lib/knowledge/server/repository.ts";

/** Name and owning team of sources by id; ids that are not known are left out. */
export async function sourceTeams(
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly name: string; readonly teamId: string }>> {
  const rows = await teamsOfSources(ids);
  return new Map(rows.map(({ id, name, teamId }) => [id, { name, teamId }]));
}
