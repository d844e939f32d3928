import { seededRandom } from "#demo/company/seeded-random.ts";
import type { SeededOrganisation, SeededPerson } from "../organisation.ts";
import { plannedRules, ruleIdOf } from "../rules.ts";
import type { SeededTool } from "../tools.ts";
import { actorOf, type SampleHistory } from "./sample-history.ts";

/** Who tried to look up salary bands: one person 14 times in a night, four others once or twice by day. */
export const salaryLookups = [
  { person: "marcus-thorne", daysAgo: 18, times: 14 },
  { person: "jack-prosser", daysAgo: 61, times: 1 },
  { person: "telma-ornelas", daysAgo: 44, times: 2 },
  { person: "bianca-rolim", daysAgo: 29, times: 1 },
  { person: "dev-malhotra", daysAgo: 7, times: 1 },
] as const;

type Refusal = {
  readonly rule: string;
  readonly tool: SeededTool;
  readonly person: SeededPerson;
  readonly at: Date;
  readonly action: "use" | "call";
};

function addRefusal(history: SampleHistory, organisation: SeededOrganisation, refusal: Refusal): void {
  const { rule, tool, person, at, action } = refusal;
  const planned = plannedRules.find(({ name }) => name === rule);
  history.events.push({
    at,
    from: person,
    request: `refusal ${rule} ${person.id} ${at.getTime()}`,
    input: {
      type: "policy.refused",
      actor: actorOf(person),
      target: { kind: "tool", id: tool.toolId, name: tool.words.name },
      domainId: organisation.domainId(tool.domain),
      outcome: "refused",
      ...(planned ? { reason: planned.reason } : {}),
      ruleIds: [ruleIdOf(rule, organisation)],
      details: { action, basis: "rule" },
    },
  });
  history.usage.push({
    at,
    request: `refusal ${rule} ${person.id} ${at.getTime()}`,
    kind: "tool",
    channel: "form",
    personId: person.personId,
    teamId: organisation.teamId(person.team),
    domainId: organisation.domainId(tool.domain),
    toolId: tool.toolId,
    versionId: null,
    operationName: tool.operationNames[0] ?? null,
    outcome: "refused",
    errorCode: "refused",
    errorMessage: planned?.reason ?? null,
    durationMs: 0,
  });
}

/** Refused lookups of salary bands, and the everyday refusals of other rules. */
export function addRefusals(
  history: SampleHistory,
  organisation: SeededOrganisation,
  tools: readonly SeededTool[],
): void {
  const { time } = organisation;
  const random = seededRandom("refusals");
  const toolOf = (slug: string): SeededTool => {
    const tool = tools.find((candidate) => candidate.slug === slug);
    if (!tool) throw new Error(`There is no tool "${slug}".`);
    return tool;
  };
  for (const { person, daysAgo, times } of salaryLookups) {
    const isNight = times > 5;
    const first = time.at(daysAgo, isNight ? "22:47" : "11:05").getTime();
    let at = first;
    for (let index = 0; index < times; index += 1) {
      addRefusal(history, organisation, {
        rule: "salary-bands",
        tool: toolOf("salary-bands"),
        person: organisation.person(person),
        at: new Date(at),
        action: "call",
      });
      at += isNight
        ? random.between(4, 21) * 60_000 + random.between(0, 59_000)
        : random.between(1, 4) * 60_000;
    }
  }
  const everyday = [
    { rule: "tickets-without-sales", tool: "ticket-desk", from: "sales", count: 34 },
    { rule: "expenses-consumer-sales", tool: "expense-service", from: "team:consumer-sales", count: 17 },
    { rule: "clause-library", tool: "clause-library", from: "finance", count: 9 },
    { rule: "contract-summary", tool: "contract-summary", from: "sales", count: 6 },
  ];
  for (const { rule, tool, from, count } of everyday) {
    const people = organisation.everyone.filter(
      (person) =>
        person.leftDaysAgo === null &&
        person.joinedDaysAgo > 90 &&
        (from.startsWith("team:") ? person.team === from.slice(5) : person.domain === from),
    );
    for (let index = 0; index < count; index += 1) {
      const minutes = String(random.between(0, 59)).padStart(2, "0");
      addRefusal(history, organisation, {
        rule,
        tool: toolOf(tool),
        person: random.pick(people),
        at: time.at(random.between(1, 89), `${random.pick(["09", "10", "11", "14", "15", "16"])}:${minutes}`),
        action: random.chance(0.5) ? "use" : "call",
      });
    }
  }
}
