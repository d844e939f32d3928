import { refuses } from "#lib/policy/matching.ts";
import type { PolicyRule, PolicySubject } from "#lib/policy/schema.ts";

/** The part of Prisma's tool filter that policy writes; a structural subset, so that policy imports no Prisma type. */
export type ToolClause = {
  AND?: ToolClause[];
  OR?: ToolClause[];
  NOT?: ToolClause[];
  id?: string | { in: string[] };
  domainId?: string | { in: string[] };
  audience?: string;
  createdById?: string;
  blockedAt?: null;
  lifecycle?: { in: string[] } | { notIn: string[] };
  ownership?: { is: { teamId?: string; ownerId?: string | { not: null }; deputyId?: string } };
};

function nothing(): ToolClause {
  return { id: { in: [] } };
}

function refusedByRules(
  action: "discover" | "use",
  subject: PolicySubject,
  rules: readonly PolicyRule[],
): ToolClause[] {
  const clauses: ToolClause[] = [];
  for (const rule of rules) {
    if (!rule.isActive || !rule.actions.includes(action) || !refuses(rule, subject)) continue;
    if (rule.resourceKind === "every-tool") return [nothing()];
    if (rule.resourceKind === "domain" && rule.resourceId)
      clauses.push({ NOT: [{ domainId: rule.resourceId }] });
    if (rule.resourceKind === "tool" && rule.resourceId) clauses.push({ NOT: [{ id: rule.resourceId }] });
  }
  return clauses;
}

/**
 * The filter for the tools that `evaluate(action, subject, tool, rules)` allows; a property test proves that both agree.
 * `use` is narrower than `discover`: published or deprecated, and not blocked.
 */
export function visibleTools(
  action: "discover" | "use",
  subject: PolicySubject,
  rules: readonly PolicyRule[],
): ToolClause {
  const own: ToolClause[] = [
    { AND: [{ createdById: subject.id }, { NOT: [{ ownership: { is: { ownerId: { not: null } } } }] }] },
    { ownership: { is: { ownerId: subject.id } } },
    { ownership: { is: { deputyId: subject.id } } },
  ];
  const domains = [...new Set([...subject.leadOf, ...(subject.domainId ? [subject.domainId] : [])])];
  const audience: ToolClause[] = [...own, { audience: "everyone" }];
  if (domains.length > 0) audience.push({ AND: [{ audience: "domain" }, { domainId: { in: domains } }] });
  if (subject.teamId)
    audience.push({ AND: [{ audience: "team" }, { ownership: { is: { teamId: subject.teamId } } }] });

  const clauses: ToolClause[] = [
    { OR: audience },
    { OR: [...own, { lifecycle: { notIn: ["draft", "in-review"] } }] },
    ...refusedByRules("discover", subject, rules),
  ];
  if (action === "use") {
    clauses.push({ blockedAt: null }, { lifecycle: { in: ["published", "deprecated"] } });
    clauses.push(...refusedByRules("use", subject, rules));
  }
  return { AND: clauses };
}
