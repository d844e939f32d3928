import "server-only";
import { entryBySlug } from "#lib/catalog/server/repository.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { loadRules, subjectOf } from "#lib/policy/server/load-rules.ts";
import { visibleTools } from "#lib/policy/visible-tools.ts";

/** The tool, if the viewer may find it; whether they may use it is another question. */
export async function requireFoundTool(
  viewer: Viewer,
  slug: string,
): Promise<{ id: string; slug: string; name: string }> {
  const row = await entryBySlug(slug, visibleTools("discover", subjectOf(viewer), await loadRules()));
  if (!row) throw notFound("The tool");
  return { id: row.id, slug: row.slug, name: row.name };
}
