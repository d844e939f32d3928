import "server-only";
import { db } from "#lib/db/client.ts";

/** Which of these sources a person set up, or their team answers for. */
export async function sourcesOf(
  person: { readonly id: string; readonly teamId: string | null },
  ids: readonly string[],
): Promise<{ id: string }[]> {
  const { id, teamId } = person;
  return db().knowledgeSource.findMany({
    where: { id: { in: [...ids] }, OR: [{ createdById: id }, ...(teamId ? [{ teamId }] : [])] },
    select: { id: true },
  });
}
