import { db } from "#lib/db/client.ts";
import type { PolicyRule } from "#lib/policy/schema.ts";
import type { SeededOrganisation } from "./organisation.ts";
import { seedId } from "./seed-id.ts";
import { toolIdOf } from "./tools.ts";

type PlannedRule = Pick<PolicyRule, "title" | "reason" | "effect" | "actions" | "contact"> & {
  readonly name: string;
  readonly teams?: readonly string[];
  readonly domains?: readonly string[];
  readonly roles?: readonly string[];
  readonly tool: string;
  /** Id of the person who answers for the rule. */
  readonly owner: string;
  readonly madeDaysAgo: number;
  readonly reviewInDays: number;
};

export const plannedRules: readonly PlannedRule[] = [
  {
    name: "salary-bands",
    title: "Salary bands are for Pay and Benefits",
    reason:
      "Salary bands are restricted: only the Pay and Benefits team may look them up, and every attempt is recorded.",
    effect: "only",
    actions: ["use"],
    teams: ["pay-and-benefits"],
    tool: "salary-bands",
    contact: "Margarida Teles in #pay",
    owner: "margarida-teles",
    madeDaysAgo: 187,
    reviewInDays: 61,
  },
  {
    name: "clause-library",
    title: "Clauses are for those who negotiate",
    reason:
      "Contract clauses are confidential: Legal, Business Sales and Business Support use them because they negotiate.",
    effect: "only",
    actions: ["use"],
    teams: ["contracts", "privacy-and-security", "company-office", "business-sales", "business-support"],
    tool: "clause-library",
    contact: "Adrian Mercer in #contracts",
    owner: "catherine-aldous",
    madeDaysAgo: 245,
    reviewInDays: 120,
  },
  {
    name: "contract-summary",
    title: "Contracts of others are read in Legal",
    reason: "Contracts that others send us are confidential and are read in Legal first.",
    effect: "only",
    actions: ["use"],
    domains: ["legal"],
    tool: "contract-summary",
    contact: "Josephine Rook in #contracts",
    owner: "catherine-aldous",
    madeDaysAgo: 103,
    reviewInDays: 77,
  },
  {
    name: "tickets-without-sales",
    title: "Tickets are not for Sales",
    reason:
      "Tickets hold what customers told us in confidence. Sales asks Business Support, who look a ticket up and say what matters.",
    effect: "forbid",
    actions: ["use"],
    domains: ["sales"],
    tool: "ticket-desk",
    contact: "Naomi Fairweather in #cs-business",
    owner: "ruth-calloway",
    madeDaysAgo: 196,
    reviewInDays: -9,
  },
  {
    name: "old-tickets-without-sales",
    title: "Tickets are not for Sales, old tool",
    reason:
      "Tickets hold what customers told us in confidence. Sales asks Business Support, who look a ticket up and say what matters.",
    effect: "forbid",
    actions: ["use"],
    domains: ["sales"],
    tool: "ticket-lookup",
    contact: "Naomi Fairweather in #cs-business",
    owner: "ruth-calloway",
    madeDaysAgo: 196,
    reviewInDays: -9,
  },
  {
    name: "expenses-consumer-sales",
    title: "Consumer Sales joins the expense service later",
    reason:
      "Shops pay with company cards until their till is connected, so people of Consumer Sales do not hand in claims here yet. Your shop lead does it for you.",
    effect: "forbid",
    actions: ["use"],
    teams: ["consumer-sales"],
    tool: "expense-service",
    contact: "Filipa Serrano in #expenses",
    owner: "graham-pemberton",
    madeDaysAgo: 154,
    reviewInDays: 26,
  },
];

/** The id of a planned rule. */
export function ruleIdOf(name: string, organisation: SeededOrganisation): string {
  const rule = plannedRules.find((candidate) => candidate.name === name);
  if (!rule) throw new Error(`There is no rule "${name}".`);
  return seedId(`rule ${name}`, organisation.time.at(rule.madeDaysAgo, "16:00"));
}

/** Whom a rule names, as the product stores it. */
export function subjectsOf(
  rule: Pick<PlannedRule, "teams" | "domains" | "roles">,
  organisation: SeededOrganisation,
): Pick<PolicyRule, "subjectKind" | "subjectIds"> {
  if (rule.teams) return { subjectKind: "team", subjectIds: rule.teams.map(organisation.teamId) };
  if (rule.domains) return { subjectKind: "domain", subjectIds: rule.domains.map(organisation.domainId) };
  if (rule.roles) return { subjectKind: "role", subjectIds: [...rule.roles] };
  return { subjectKind: "everyone", subjectIds: [] };
}

/** Who may use what. */
export async function seedRules(organisation: SeededOrganisation): Promise<void> {
  const { time } = organisation;
  await db().policyRule.createMany({
    data: plannedRules.map((rule) => ({
      id: ruleIdOf(rule.name, organisation),
      title: rule.title,
      reason: rule.reason,
      effect: rule.effect,
      actions: rule.actions,
      ...subjectsOf(rule, organisation),
      resourceKind: "tool",
      resourceId: toolIdOf(rule.tool, time),
      ownerId: organisation.person(rule.owner).personId,
      contact: rule.contact,
      reviewAt: rule.reviewInDays < 0 ? time.at(-rule.reviewInDays) : time.after(rule.reviewInDays),
      createdAt: time.at(rule.madeDaysAgo, "16:00"),
      updatedAt: time.at(rule.madeDaysAgo, "16:00"),
    })),
  });
}
