import "server-only";
import { entryBySlug } from "#lib/catalog/server/repository.ts";
import { factsOf } from "#lib/catalog/server/to-dto.ts";
import { AppError, notFound } from "#lib/errors.ts";
import { hasPermission, type Viewer } from "#lib/identity/schema.ts";
import { evaluate } from "#lib/policy/evaluate.ts";
import { loadRules, subjectOf } from "#lib/policy/server/load-rules.ts";
import { visibleTools } from "#lib/policy/visible-tools.ts";

/** The tool, for those who may see its activity: who may edit it, auditors and administrators. */
export async function requireActivityReader(viewer: Viewer, slug: string) {
  const rules = await loadRules();
  const subject = subjectOf(viewer);
  const row = await entryBySlug(slug, visibleTools("discover", subject, rules));
  if (!row) throw notFound("The tool");
  const readsWholeTrail = hasPermission(viewer, "audit:read");
  const facts = factsOf(row);
  if (!readsWholeTrail && !evaluate("edit", subject, facts, rules).allowed) {
    throw new AppError("forbidden", "The activity of a tool is for its owners and auditors.");
  }
  return { tool: facts, readsWholeTrail };
}
