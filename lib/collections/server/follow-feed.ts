import "server-only";
import type { ToolCard } from "#lib/catalog/schema.ts";
import { cardsBySlug, cardsOf } from "#lib/catalog/server/cards-of.ts";
import { now } from "#lib/clock.ts";
import { deprecationsOf, followsOf, releasesOf } from "#lib/collections/server/follow-repository.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { notifications } from "#lib/messages/en/notifications.ts";
import { translator } from "#lib/messages/translate.ts";
import type { AtomEntry, AtomFeed } from "#lib/notifications/atom.ts";

const t = translator(notifications);

/** Entries of one feed; what is older a reader has long since. */
const mostEntries = 100;
/** When a feed without any entry says that it changed. */
const neverChanged = "2020-01-01T00:00:00.000Z";

const versionsHref = (origin: string, slug: string) => `${origin}/catalog/${slug}?tab=versions`;

async function releaseEntries(
  cards: ReadonlyMap<string, ToolCard>,
  origin: string,
): Promise<readonly AtomEntry[]> {
  const releases = await releasesOf([...cards.keys()], mostEntries);
  return releases.flatMap(({ id, toolId, version, releaseNotes, publishedAt, publishedBy }) => {
    const card = cards.get(toolId);
    if (!card || publishedAt > now()) return [];
    return {
      id: `urn:uuid:${id}`,
      title: t("feedRelease", { tool: card.name, version }),
      updated: publishedAt.toISOString(),
      author: publishedBy || undefined,
      href: versionsHref(origin, card.slug),
      text: releaseNotes || t("feedNoNotes"),
    };
  });
}

async function endEntries(
  viewer: Viewer,
  cards: ReadonlyMap<string, ToolCard>,
  origin: string,
): Promise<readonly AtomEntry[]> {
  const ends = await deprecationsOf([...cards.keys()]);
  const successorIds = ends.flatMap(({ successorId }) => successorId ?? []);
  const successors = new Map((await cardsOf(viewer, successorIds)).map((card) => [card.id, card.name]));
  return ends.flatMap(({ id, deprecatedAt, retiresAt, successorId }) => {
    const card = cards.get(id);
    if (!card || !deprecatedAt) return [];
    const successor = successors.get(successorId ?? "");
    const end = retiresAt ? t("feedRetires", { date: retiresAt.toISOString().slice(0, 10) }) : t("feedNoEnd");
    return {
      id: `urn:uuid:${id}#deprecated-${deprecatedAt.toISOString()}`,
      title: t("feedDeprecated", { tool: card.name }),
      updated: deprecatedAt.toISOString(),
      href: `${origin}/catalog/${card.slug}`,
      text: successor ? `${end} ${t("feedSuccessor", { tool: successor })}` : end,
    };
  });
}

async function entriesOf(viewer: Viewer, tools: readonly ToolCard[], origin: string) {
  const cards = new Map(tools.map((card) => [card.id, card]));
  const all = await Promise.all([releaseEntries(cards, origin), endEntries(viewer, cards, origin)]);
  const entries = all
    .flat()
    .toSorted((a, b) => b.updated.localeCompare(a.updated) || a.id.localeCompare(b.id))
    .slice(0, mostEntries);
  return { entries, updated: entries[0]?.updated ?? neverChanged };
}

/** Releases and the end of one tool, newest first. A tool that the viewer may not find is not found. */
export async function changesOfTool(viewer: Viewer, slug: string, origin: string): Promise<AtomFeed> {
  const card = (await cardsBySlug(viewer, [slug])).get(slug);
  if (!card) throw notFound("The tool");
  return {
    id: `urn:uuid:${card.id}`,
    title: t("feedOfTool", { tool: card.name }),
    self: `${origin}/api/tools/${card.slug}/changes.atom`,
    href: versionsHref(origin, card.slug),
    ...(await entriesOf(viewer, [card], origin)),
  };
}

/** The same of all tools that the viewer follows and may still find. */
export async function changesOfFollowed(viewer: Viewer, origin: string): Promise<AtomFeed> {
  const follows = await followsOf(viewer.id);
  const cards = await cardsOf(
    viewer,
    follows.map(({ toolId }) => toolId),
  );
  return {
    id: `urn:uuid:${viewer.id}`,
    title: t("feedOfFollowed", { name: viewer.name }),
    self: `${origin}/api/notifications/followed.atom`,
    href: `${origin}/inbox/settings`,
    ...(await entriesOf(viewer, cards, origin)),
  };
}
