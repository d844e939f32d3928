import "server-only";
import { entryBySlug } from "#lib/catalog/server/repository.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { AskedQuestion } from "#lib/ownership/question.ts";
import { askQuestion } from "#lib/ownership/server/ask-question.ts";
import { loadRules, subjectOf } from "#lib/policy/server/load-rules.ts";
import { visibleTools } from "#lib/policy/visible-tools.ts";

/** Asks the owner of a tool that the viewer may find; being refused its use is a reason to ask, not a hindrance. */
export async function askAboutTool(viewer: Viewer, slug: string, text: string): Promise<AskedQuestion> {
  const row = await entryBySlug(slug, visibleTools("discover", subjectOf(viewer), await loadRules()));
  if (!row) throw notFound("The tool");
  return askQuestion(viewer, { id: row.id, slug: row.slug, name: row.name, domainId: row.domain.id }, text);
}
