import "server-only";
import { type Change, changeSchema } from "#lib/catalog/home.ts";
import { changesSince } from "#lib/catalog/server/health-repository.ts";
import { loadCards } from "#lib/catalog/server/load-cards.ts";
import { now } from "#lib/clock.ts";
import type { Viewer } from "#lib/identity/schema.ts";

const weekMs = 7 * 86_400_000;

/** What changed within seven days among the tools that the viewer may find, newest first. */
export async function recentChanges(viewer: Viewer, limit: number): Promise<Change[]> {
  const { cards } = await loadCards(viewer);
  const today = now();
  const since = new Date(today.getTime() - weekMs);
  const rows = await changesSince([...cards.keys()], since, limit);
  const changes: Change[] = [];
  const add = (id: string, toolId: string, at: Date, more: Pick<Change, "kind" | "detail" | "note">) => {
    const card = cards.get(toolId);
    if (!card || at > today) return;
    changes.push(
      changeSchema.parse({ id, at: at.toISOString(), tool: { slug: card.slug, name: card.name }, ...more }),
    );
  };
  for (const row of rows.versions) {
    const kind = row.version === "1.0.0" ? "first-published" : "published";
    add(row.id, row.toolId, row.publishedAt, { kind, detail: row.version, note: row.releaseNotes });
  }
  for (const row of rows.incidents) {
    if (row.endedAt)
      add(row.id, row.toolId, row.endedAt, { kind: "outage-ended", detail: row.title, note: "" });
    else add(row.id, row.toolId, row.startedAt, { kind: "outage", detail: row.title, note: "" });
  }
  for (const row of rows.deprecated) {
    if (!row.deprecatedAt) continue;
    const detail = row.successor?.name ?? null;
    add(row.id, row.id, row.deprecatedAt, { kind: "deprecated", detail, note: "" });
  }
  return changes.toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, limit);
}
