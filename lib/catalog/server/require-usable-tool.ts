import "server-only";
import { entryBySlug } from "#lib/catalog/server/repository.ts";
import { factsOf } from "#lib/catalog/server/to-dto.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { loadRules, subjectOf } from "#lib/policy/server/load-rules.ts";
import { type RefusalPlace, requireAllowed } from "#lib/policy/server/require-allowed.ts";
import { visibleTools } from "#lib/policy/visible-tools.ts";

/** The tool, if the viewer may use it; a refusal goes to the trail and is thrown. */
export async function requireUsableTool(
  viewer: Viewer,
  slug: string,
  place: RefusalPlace = {},
): Promise<{ id: string; slug: string; name: string }> {
  const row = await entryBySlug(slug, visibleTools("discover", subjectOf(viewer), await loadRules()));
  if (!row) throw notFound("The tool");
  await requireAllowed(viewer, "use", factsOf(row), {}, place);
  return { id: row.id, slug: row.slug, name: row.name };
}
