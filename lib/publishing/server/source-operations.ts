import "server-only";
import type { z } from "zod";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { mostOperations } from "#lib/publishing/draft-content.ts";
import { isOutdated, type SourceState, sourceState } from "#lib/publishing/server/source-state.ts";
import { requireDraftTool } from "#lib/publishing/server/tool-draft.ts";
import { countTags, findOffered, keyOfBinding, type Offered } from "#lib/publishing/sources/offered.ts";
import {
  longestShownText,
  type OfferedOperation,
  type OfferedPage,
  type OfferedQuery,
  type offeredDefinitionSchema,
  type offeredKeysSchema,
  offeredPageSchema,
  operationsPerPage,
} from "#lib/publishing/sources/schema.ts";

/** Tags beyond these are found by the search. */
const mostTags = 200;

function ownByKey({ own }: SourceState) {
  return new Map(own.map((operation) => [keyOfBinding(operation.binding) ?? "", operation]));
}

function toDto(offered: Offered, chosen: ReturnType<typeof ownByKey>): OfferedOperation {
  const { key, method, path, texts, original, tags, isDeprecated, annotations, hash } = offered;
  const own = chosen.get(key);
  return {
    key,
    method,
    path,
    texts,
    original: { ...original, description: original.description.slice(0, longestShownText) },
    isImproved:
      texts.name !== original.name ||
      texts.title !== original.title ||
      texts.description !== original.description,
    tags: [...tags],
    isDeprecated,
    annotations,
    problems: offered.problems
      .slice(0, 20)
      .map(({ place, message, mend = "" }) => ({ place, message, mend })),
    isUsable: offered.definition !== undefined,
    hash,
    isChosen: own !== undefined,
    isChanged: own !== undefined && isOutdated(own, hash),
  };
}

async function found(viewer: Viewer, slug: string, id: string, query: OfferedQuery) {
  const state = await sourceState(await requireDraftTool(viewer, slug), id);
  const chosen = ownByKey(state);
  const all = findOffered(state.listing.operations, query);
  const shown = all.filter((offered) => {
    const own = chosen.get(offered.key);
    if (query.show === "chosen") return own !== undefined;
    if (query.show === "changed") return own !== undefined && isOutdated(own, offered.hash);
    return true;
  });
  return { state, chosen, shown };
}

/** One page of what a source offers, beside what the draft holds of it. */
export async function listOffered(
  viewer: Viewer,
  slug: string,
  id: string,
  query: OfferedQuery,
): Promise<OfferedPage> {
  const { state, chosen, shown } = await found(viewer, slug, id, query);
  const pageCount = Math.max(1, Math.ceil(shown.length / operationsPerPage));
  const page = Math.min(query.page ?? 1, pageCount);
  const first = (page - 1) * operationsPerPage;
  return offeredPageSchema.parse({
    fingerprint: state.listing.fingerprint,
    operations: shown.slice(first, first + operationsPerPage).map((offered) => toDto(offered, chosen)),
    total: shown.length,
    page,
    pageCount,
    tags: countTags(state.listing.operations).slice(0, mostTags),
    chosen: [...chosen.keys()].filter((key) => state.listing.byKey.has(key)),
  });
}

/** Keys of all usable operations that a search finds, for choosing them together. */
export async function listOfferedKeys(
  viewer: Viewer,
  slug: string,
  id: string,
  query: OfferedQuery,
): Promise<z.infer<typeof offeredKeysSchema>> {
  const { shown } = await found(viewer, slug, id, query);
  const isTooMany = shown.length > mostOperations;
  const usable = isTooMany ? [] : shown.filter(({ definition }) => definition !== undefined);
  return { keys: usable.map(({ key }) => key), total: shown.length, isTooMany };
}

/** One definition in full, word for word and as inputs. */
export async function offeredDefinition(
  viewer: Viewer,
  slug: string,
  id: string,
  key: string,
): Promise<z.infer<typeof offeredDefinitionSchema>> {
  const { listing } = await sourceState(await requireDraftTool(viewer, slug), id);
  const offered = listing.byKey.get(key);
  if (!offered) throw notFound("The operation");
  return {
    contract: offered.contract,
    hash: offered.hash,
    inputSchema: offered.definition?.inputSchema ?? null,
    binding: offered.definition ? { ...offered.definition.binding } : null,
  };
}
