import "server-only";
import type { ToolCard } from "#lib/catalog/schema.ts";
import { cardsOf } from "#lib/catalog/server/cards-of.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { recentTools, teamTools } from "#lib/telemetry/server/people-use.ts";

export type RecentTool = { readonly card: ToolCard; readonly lastAt: string };

/** What the viewer used in 28 days and may still find, the latest first. */
export async function recentlyUsed(viewer: Viewer, limit: number): Promise<RecentTool[]> {
  // Some may be hidden by now, so a few more are read than are shown.
  const used = await recentTools(viewer.id, limit * 2);
  const lastAt = new Map(used.map((one) => [one.toolId, one.lastAt.toISOString()]));
  const cards = await cardsOf(viewer, [...lastAt.keys()]);
  return cards.slice(0, limit).map((card) => ({ card, lastAt: lastAt.get(card.id) ?? "" }));
}

export type TeamTool = { readonly card: ToolCard; readonly people: number };

/** What at least three colleagues of the viewer's team used in 28 days, as far as the viewer may find it. */
export async function usedInTeam(viewer: Viewer, limit: number): Promise<TeamTool[]> {
  if (viewer.teamId === null) return [];
  const used = await teamTools(viewer.teamId, viewer.id);
  const people = new Map(used.map((one) => [one.toolId, one.people]));
  const cards = await cardsOf(viewer, [...people.keys()]);
  return cards.slice(0, limit).map((card) => ({ card, people: people.get(card.id) ?? 0 }));
}
