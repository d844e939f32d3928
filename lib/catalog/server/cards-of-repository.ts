import "server-only";
import { db } from "#lib/db/client.ts";

export async function idsBySlug(slugs: readonly string[]): Promise<string[]> {
  const rows = await db().tool.findMany({ where: { slug: { in: [...slugs] } }, select: { id: true } });
  return rows.map(({ id }) => id);
}

export async function idsOfTeam(teamId: string): Promise<string[]> {
  const rows = await db().ownership.findMany({
    where: { teamId },
    orderBy: { tool: { name: "asc" } },
    select: { toolId: true },
  });
  return rows.map(({ toolId }) => toolId);
}

export type Answering = { readonly toolId: string; readonly ownerId: string | null };

export async function answeredBy(personId: string): Promise<Answering[]> {
  return db().ownership.findMany({
    where: { OR: [{ ownerId: personId }, { deputyId: personId }] },
    orderBy: { tool: { name: "asc" } },
    select: { toolId: true, ownerId: true },
  });
}
