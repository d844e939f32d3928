import "server-only";
import { cardsBySlug, cardsOf } from "#lib/catalog/server/cards-of.ts";
import { currentSource, now } from "#lib/clock.ts";
import { collectionSlug } from "#lib/collections/collection-slug.ts";
import type { Collection, CollectionChange, NewCollection } from "#lib/collections/schema.ts";
import { recordCollection } from "#lib/collections/server/audit-events.ts";
import {
  type CollectedTool,
  type CollectionRow,
  collectionBySlug,
  deleteCollection,
  findDomainBySlug,
  insertCollection,
  slugsLike,
  updateCollection,
} from "#lib/collections/server/collection-repository.ts";
import { factsOfCollection, getCollection } from "#lib/collections/server/read-collections.ts";
import { transaction } from "#lib/db/transaction.ts";
import { violatedUnique } from "#lib/db/unique-violation.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError, invalidInput, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { requireAllowed } from "#lib/policy/server/require-allowed.ts";

async function collectedTools(viewer: Viewer, items: NewCollection["items"]): Promise<CollectedTool[]> {
  const slugs = items.map(({ slug }) => slug);
  const cards = await cardsBySlug(viewer, slugs);
  return items.map(({ slug, note }, at) => {
    const card = cards.get(slug);
    if (!card) throw invalidInput(`items.${at}.slug`, `There is no tool “${slug}” that you may find.`);
    return { toolId: card.id, note };
  });
}

const wordsOf = (title: string, text: string, tools: readonly CollectedTool[]) => ({ title, text, tools });

/** Makes a collection of a domain or, without one, of the whole company. */
export async function createCollection(viewer: Viewer, input: NewCollection): Promise<Collection> {
  const { title, text } = input;
  const domain = input.domain === null ? null : await findDomainBySlug(input.domain);
  if (input.domain !== null && !domain) throw invalidInput("domain", "There is no such domain.");
  const at = now();
  const id = newId(at);
  const domainId = domain?.id ?? null;
  await requireAllowed(viewer, "curate", { kind: "collection", id, name: title, domainId });
  const tools = await collectedTools(viewer, input.items);
  const slug = await transaction(async () => {
    const free = collectionSlug(title, await slugsLike(collectionSlug(title, new Set())));
    const made = { madeById: viewer.id, madeBy: viewer.name, madeAt: at, changedAt: at };
    await insertCollection(
      { id, slug: free, title, text, domainId, ...made, source: currentSource() },
      tools,
    );
    const changes = { before: null, after: wordsOf(title, text, tools) };
    await recordCollection(viewer, "collection.created", { id, name: title, domainId }, changes);
    return free;
  }).catch((error: unknown) => {
    throw violatedUnique(error) === "collection_slug_key" ? takenTitle(title, error) : error;
  });
  return getCollection(viewer, slug);
}

/** Somebody made one of the same title at the same moment, so that both chose the same address. */
function takenTitle(title: string, cause: unknown): AppError {
  return new AppError("conflict", `Somebody made a collection called “${title}” at the same moment.`, {
    mend: "Look at theirs first; save again to make yours beside it.",
    cause,
  });
}

async function changeableCollection(viewer: Viewer, slug: string): Promise<CollectionRow> {
  const row = await collectionBySlug(slug);
  if (!row) throw notFound("The collection");
  await requireAllowed(viewer, "curate", factsOfCollection(row));
  return row;
}

/**
 * Changes words, tools and their order, if nobody did since it was read. Tools in it that the viewer may not find stay,
 * after the others.
 */
export async function changeCollection(
  viewer: Viewer,
  slug: string,
  input: CollectionChange,
): Promise<Collection> {
  const before = await changeableCollection(viewer, slug);
  const chosen = await collectedTools(viewer, input.items);
  const found = new Set(
    (
      await cardsOf(
        viewer,
        before.tools.map(({ toolId }) => toolId),
      )
    ).map(({ id }) => id),
  );
  const unseen = before.tools.filter(({ toolId }) => !found.has(toolId));
  const tools = [...chosen, ...unseen];
  const { title, text } = input;
  await transaction(async () => {
    const change = { title, text, changedAt: now() };
    if (!(await updateCollection(before.id, new Date(input.changedAt), change, tools))) {
      throw new AppError("conflict", `Somebody changed “${before.title}” while you were editing it.`, {
        mend: "Read it again, and change it then.",
      });
    }
    await recordCollection(
      viewer,
      "collection.changed",
      { id: before.id, name: title, domainId: before.domain?.id ?? null },
      { before: wordsOf(before.title, before.text, before.tools), after: wordsOf(title, text, tools) },
    );
  });
  return getCollection(viewer, slug);
}

/** Deletes a collection; its tools stay as they are, and the trail keeps what it held. */
export async function removeCollection(viewer: Viewer, slug: string): Promise<void> {
  const row = await changeableCollection(viewer, slug);
  await transaction(async () => {
    if (!(await deleteCollection(row.id))) throw notFound("The collection");
    await recordCollection(
      viewer,
      "collection.deleted",
      { id: row.id, name: row.title, domainId: row.domain?.id ?? null },
      { before: wordsOf(row.title, row.text, row.tools), after: null },
    );
  });
}
