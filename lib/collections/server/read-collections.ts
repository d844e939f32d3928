import "server-only";
import { cardsOf } from "#lib/catalog/server/cards-of.ts";
import {
  type Collection,
  type CollectionSummary,
  collectionSchema,
  collectionSummarySchema,
} from "#lib/collections/schema.ts";
import {
  allCollections,
  type CollectionRow,
  collectionBySlug,
} from "#lib/collections/server/collection-repository.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { evaluate } from "#lib/policy/evaluate.ts";
import type { CollectionFacts } from "#lib/policy/schema.ts";
import { subjectOf } from "#lib/policy/server/load-rules.ts";

/** What policy decides on. */
export function factsOfCollection(row: CollectionRow): CollectionFacts {
  return { kind: "collection", id: row.id, name: row.title, domainId: row.domain?.id ?? null };
}

/** Whether the viewer may make collections of a domain, or with null of the whole company. */
export function mayCurate(viewer: Viewer, domainId: string | null): boolean {
  const facts: CollectionFacts = { kind: "collection", id: "", name: "", domainId };
  return evaluate("curate", subjectOf(viewer), facts, []).allowed;
}

/**
 * All collections, or those of a domain, by title. One of whose tools the viewer may find none is left out, unless
 * the viewer looks after it.
 */
export async function listCollections(viewer: Viewer, domainId?: string): Promise<CollectionSummary[]> {
  const rows = await allCollections(domainId);
  const summaries = await Promise.all(
    rows.map(async ({ tools, ...row }) => {
      const ids = tools.map(({ toolId }) => toolId);
      const cards = await cardsOf(viewer, ids);
      if (cards.length === 0 && !mayCurate(viewer, row.domain?.id ?? null)) return [];
      return collectionSummarySchema.parse({
        ...row,
        changedAt: row.changedAt.toISOString(),
        tools: cards.map(({ name }) => name),
      });
    }),
  );
  return summaries.flat();
}

/** A collection with the tools that the viewer may find, in its maker's order. */
export async function getCollection(viewer: Viewer, slug: string): Promise<Collection> {
  const row = await collectionBySlug(slug);
  if (!row) throw notFound("The collection");
  const { tools, ...rest } = row;
  const notes = new Map(tools.map(({ toolId, note }) => [toolId, note]));
  const cards = await cardsOf(viewer, [...notes.keys()]);
  return collectionSchema.parse({
    ...rest,
    changedAt: row.changedAt.toISOString(),
    items: cards.map((card) => ({ card, note: notes.get(card.id) ?? "" })),
    canEdit: mayCurate(viewer, row.domain?.id ?? null),
  });
}
