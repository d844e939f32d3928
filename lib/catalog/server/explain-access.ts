import "server-only";
import { unsafeEntry } from "#lib/catalog/server/repository.ts";
import { factsOf } from "#lib/catalog/server/to-dto.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { factsOfPerson } from "#lib/identity/server/people-facts.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import { type AccessAnswer, accessAnswerSchema } from "#lib/policy/access.ts";
import { evaluate } from "#lib/policy/evaluate.ts";
import { matchesResource, refuses } from "#lib/policy/matching.ts";
import { listRules } from "#lib/policy/server/list-rules.ts";

/**
 * May this person find and use this tool, and which rule decides. It asks the same function that decides when they
 * try, so the answer cannot differ from what happens.
 */
export async function explainAccess(
  viewer: Viewer,
  question: { readonly personId: string; readonly toolId: string },
): Promise<AccessAnswer> {
  requirePermission(viewer, "policy:read");
  const [person, row, rules] = await Promise.all([
    factsOfPerson(question.personId),
    unsafeEntry({ id: question.toolId }),
    listRules(viewer),
  ]);
  if (!person) throw notFound("The person");
  if (!row) throw notFound("The tool");
  const tool = factsOf(row);
  return accessAnswerSchema.parse({
    person,
    tool: { id: row.id, slug: row.slug, name: row.name },
    discover: evaluate("discover", person, tool, rules),
    use: evaluate("use", person, tool, rules),
    rules: rules
      .filter((rule) => rule.isActive && matchesResource(rule, tool))
      .map((rule) => ({ ...rule, stops: refuses(rule, person) })),
  });
}
