import "server-only";
import type { ToolWords } from "#lib/catalog/schema.ts";
import { type EntryRow, entryBySlug } from "#lib/catalog/server/repository.ts";
import { factsOf, wordsOf } from "#lib/catalog/server/to-dto.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { ToolFacts } from "#lib/policy/schema.ts";
import { loadRules, subjectOf } from "#lib/policy/server/load-rules.ts";
import { requireAllowed } from "#lib/policy/server/require-allowed.ts";
import { visibleTools } from "#lib/policy/visible-tools.ts";

export type EditableTool = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly domainId: string;
  readonly facts: ToolFacts;
  /** The version that serves at the moment; null before the first release. */
  readonly current: { readonly id: string; readonly version: string; readonly words: ToolWords } | null;
};

/** The entry of a tool, if the viewer may edit it; otherwise as `requireEditableTool`. */
export async function requireEditableEntry(
  viewer: Viewer,
  slug: string,
): Promise<{ row: EntryRow; facts: ToolFacts; words: ToolWords }> {
  const row = await entryBySlug(slug, visibleTools("discover", subjectOf(viewer), await loadRules()));
  if (!row) throw notFound("The tool");
  const facts = factsOf(row);
  await requireAllowed(viewer, "edit", facts);
  return { row, facts, words: wordsOf(row) };
}

/** The tool, if the viewer may edit it. One they may not find is not found; a refusal goes to the trail and is thrown. */
export async function requireEditableTool(viewer: Viewer, slug: string): Promise<EditableTool> {
  const { row, facts, words } = await requireEditableEntry(viewer, slug);
  const { currentVersion } = row;
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    domainId: row.domain.id,
    facts,
    current: currentVersion && {
      id: currentVersion.id,
      version: currentVersion.version,
      words,
    },
  };
}
