import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import type { Viewer } from "#lib/identity/schema.ts";

type Named = { readonly id: string; readonly name: string };
const actorOf = ({ id, name }: Viewer) => ({ kind: "person", id, name }) as const;

export async function recordFavourite(
  viewer: Viewer,
  type: "favourite.added" | "favourite.removed",
  tool: Named,
): Promise<void> {
  await recordEvent({ type, actor: actorOf(viewer), target: { kind: "tool", id: tool.id, name: tool.name } });
}

export async function recordFollow(
  viewer: Viewer,
  type: "tool.followed" | "tool.unfollowed",
  tool: Named,
): Promise<void> {
  await recordEvent({ type, actor: actorOf(viewer), target: { kind: "tool", id: tool.id, name: tool.name } });
}

export async function recordSavedSearch(
  viewer: Viewer,
  type: "search.saved" | "search.renamed" | "search.deleted",
  search: Named,
  changes: { readonly before: unknown; readonly after: unknown },
): Promise<void> {
  const target = { kind: "search", id: search.id, name: search.name };
  await recordEvent({ type, actor: actorOf(viewer), target, changes });
}

export async function recordCollection(
  viewer: Viewer,
  type: "collection.created" | "collection.changed" | "collection.deleted",
  collection: Named & { readonly domainId: string | null },
  changes: { readonly before: unknown; readonly after: unknown },
): Promise<void> {
  await recordEvent({
    type,
    actor: actorOf(viewer),
    target: { kind: "collection", id: collection.id, name: collection.name },
    domainId: collection.domainId,
    changes,
  });
}
