import "server-only";
import type { FoundOperations, OperationsQuery } from "#lib/catalog/found-operations.ts";
import { operationsAtOnce } from "#lib/catalog/operations-at-once.ts";
import { toOperationView } from "#lib/catalog/server/operation-view.ts";
import { entryBySlug, operationsOfVersion } from "#lib/catalog/server/repository.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { loadRules, subjectOf } from "#lib/policy/server/load-rules.ts";
import { visibleTools } from "#lib/policy/visible-tools.ts";
import { fold } from "#lib/ranking/fold.ts";

/** Operations of a tool's current version whose name, title or description has each of the words. */
export async function findOperations(
  viewer: Viewer,
  slug: string,
  { q = "", from }: OperationsQuery,
): Promise<FoundOperations> {
  const row = await entryBySlug(slug, visibleTools("discover", subjectOf(viewer), await loadRules()));
  if (!row) throw notFound("The tool");
  const all = row.currentVersion ? await operationsOfVersion(row.currentVersion.id) : [];
  const words = fold(q).split(/\s+/).filter(Boolean);
  const found = all.filter(({ name, title, description }) => {
    const text = fold(`${name} ${title} ${description}`);
    return words.every((word) => text.includes(word));
  });
  return {
    operations: found.slice(from, from + operationsAtOnce).map((operation) => toOperationView(operation)),
    matching: found.length,
  };
}
