import "server-only";
import { loadCards } from "#lib/catalog/server/load-cards.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { type OwnCall, ownCallSchema } from "#lib/tools/own-call.ts";
import { callsOfPerson } from "#lib/tools/server/own-calls-repository.ts";

/** The viewer's newest calls. A tool that they may no longer find has no name here. */
export async function listOwnCalls(viewer: Viewer, limit: number): Promise<OwnCall[]> {
  const [rows, { cards }] = await Promise.all([callsOfPerson(viewer.id, limit), loadCards(viewer)]);
  return rows.map(({ toolId, createdAt, ...row }) => {
    const card = cards.get(toolId);
    return ownCallSchema.parse({
      ...row,
      createdAt: createdAt.toISOString(),
      tool: card ? { slug: card.slug, name: card.name } : null,
    });
  });
}
