import { type SeededRandom, seededRandom } from "#demo/company/seeded-random.ts";
import { explainStatus } from "#lib/tools/explain-status.ts";
import type { SeededOrganisation, SeededPerson } from "../organisation.ts";
import type { SeededTool } from "../tools.ts";
import { type CallPlan, callPlans, type Failure } from "./call-plan.ts";
import { addCall, type SampleCall, temporaryChat } from "./sample-call.ts";
import type { SampleHistory } from "./sample-history.ts";
import { isDayOff, usesPortalOn, wasHere, workingMoment, worksInShifts } from "./working-time.ts";

export const trailDays = 90;

export type CallFacts = {
  readonly organisation: SeededOrganisation;
  readonly tools: readonly SeededTool[];
  /** Whether an operation only reads, by tool and name. */
  isReadOnly(slug: string, operation: string): boolean;
  /** Stretches in which a tool is not called the ordinary way. */
  readonly quiet: readonly { readonly tool: string; readonly from: Date; readonly to: Date }[];
};

const statusOf = { "not-found": 404, "rejected-by-tool": 422, "tool-timeout": 504 } as const;

function errorOf(failure: Failure, kind: string): SampleCall["error"] {
  if (kind === "mcp" && failure.code === "rejected-by-tool") {
    return { code: failure.code, message: `The tool did not accept the input. It says: ${failure.says}` };
  }
  const { error } = explainStatus(statusOf[failure.code], JSON.stringify({ detail: failure.says }), null);
  return { code: error.code, message: error.message };
}

function regularUsers(
  plan: CallPlan,
  organisation: SeededOrganisation,
  random: SeededRandom,
): readonly SeededPerson[] {
  const groups = Object.entries(plan.users.from);
  const total = groups.reduce((sum, [, weight]) => sum + weight, 0);
  return groups.flatMap(([group, weight]) => {
    const members = organisation.everyone.filter((person) =>
      group.startsWith("team:") ? person.team === group.slice(5) : person.domain === group,
    );
    const wanted = Math.max(1, Math.round((plan.users.count * weight) / total));
    const chosen = new Set<SeededPerson>();
    while (chosen.size < Math.min(wanted, members.length)) chosen.add(random.pick(members));
    return [...chosen];
  });
}

function meanOn(plan: CallPlan, daysAgo: number): number {
  return plan.perDay.findLast((stretch) => stretch.fromDaysAgo >= daysAgo)?.calls ?? 0;
}

function wholeNumber(mean: number, random: SeededRandom): number {
  const varied = mean * (0.6 + 0.8 * random.next());
  return Math.floor(varied) + (random.chance(varied % 1) ? 1 : 0);
}

// Most calls are close to the median, a few take three to eight times as long.
function duration(medianMs: number, random: SeededRandom): number {
  const spread = 0.6 + random.next() * 0.9 + random.next() * 0.3;
  const tail = random.chance(0.05) ? 2.5 + random.next() * 5 : 1;
  return Math.max(2, Math.round(medianMs * spread * tail));
}

/** The calls of ordinary days: office hours, quiet weekends, networks that never sleep. */
export function addOrdinaryCalls(history: SampleHistory, facts: CallFacts): void {
  for (const plan of callPlans) {
    const tool = facts.tools.find(({ slug }) => slug === plan.tool);
    if (!tool) throw new Error(`The plan of calls names "${plan.tool}", which is no tool.`);
    addCallsOf(history, plan, tool, facts);
  }
}

function addCallsOf(history: SampleHistory, plan: CallPlan, tool: SeededTool, facts: CallFacts): void {
  const { organisation } = facts;
  const { time } = organisation;
  const random = seededRandom(`calls of ${plan.tool}`);
  const users = regularUsers(plan, organisation, random);
  const operations = Object.entries(plan.operations);
  for (let daysAgo = trailDays; daysAgo >= 0; daysAgo -= 1) {
    const present = users.filter((person) => wasHere(person, daysAgo));
    const working = present.filter((person) => worksInShifts(person) || !isDayOff(person, time, daysAgo));
    const isOpen = working.length > present.length / 2;
    const pool = poolOf(working.length > 0 ? working : present, daysAgo, random).map(
      (person) => [person, weightOf(users, person)] as const,
    );
    const count =
      pool.length === 0 ? 0 : wholeNumber(meanOn(plan, daysAgo) * (isOpen ? 1 : plan.onDaysOff), random);
    for (let index = 0; index < count; index += 1) {
      const person = random.weighted(pool);
      const startedAt = workingMoment(person, time, daysAgo, random);
      const operation = random.weighted(operations);
      const call = ordinaryCall(plan, tool, facts, { person, startedAt, operation, random });
      if (
        startedAt.getTime() + call.durationMs >= time.until.getTime() ||
        isQuiet(facts, tool.slug, startedAt)
      )
        continue;
      if (!hasOperation(tool, startedAt, operation)) continue;
      addCall(history, call, organisation);
      if (call.error === null) addSteps(history, call, facts, random);
    }
  }
}

function poolOf(
  people: readonly SeededPerson[],
  daysAgo: number,
  random: SeededRandom,
): readonly SeededPerson[] {
  const active = people.filter((person) => usesPortalOn(person, daysAgo));
  return active.length > 0 || people.length === 0 ? active : [random.pick(people)];
}

function weightOf(users: readonly SeededPerson[], person: SeededPerson): number {
  return 1 / (users.indexOf(person) + 1) ** 0.85;
}

function isQuiet(facts: CallFacts, slug: string, at: Date): boolean {
  return facts.quiet.some(({ tool, from, to }) => tool === slug && at >= from && at <= to);
}

function hasOperation(tool: SeededTool, at: Date, operation: string): boolean {
  const version = tool.seededVersions.findLast(({ publishedAt }) => publishedAt <= at);
  return version !== undefined && (version.operations?.includes(operation) ?? true);
}

function ordinaryCall(
  plan: CallPlan,
  tool: SeededTool,
  facts: CallFacts,
  made: {
    readonly person: SeededPerson;
    readonly startedAt: Date;
    readonly operation: string;
    readonly random: SeededRandom;
  },
): SampleCall {
  const { person, startedAt, operation, random } = made;
  const isChat = random.chance(plan.chatShare);
  const name = `${tool.slug} ${person.id} ${startedAt.getTime()}`;
  const failure =
    random.chance(plan.failureShare) && plan.failures.length > 0
      ? random.weighted(plan.failures.map((one) => [one, one.weight] as const))
      : null;
  const error = failure === null ? null : errorOf(failure, tool.kind);
  return {
    tool,
    operation,
    readOnly: facts.isReadOnly(tool.slug, operation),
    person,
    startedAt,
    durationMs: error?.code === "tool-timeout" ? 20_000 : duration(plan.medianMs, random),
    channel: isChat ? "chat" : "form",
    error,
    resultBytes: error === null ? random.between(180, 5200) : 0,
    place: isChat ? temporaryChat(name, startedAt) : null,
    request: name,
  };
}

// The calls that a fixed sequence made for its person, one after the other within its own.
function addSteps(history: SampleHistory, agent: SampleCall, facts: CallFacts, random: SeededRandom): void {
  const { making } = agent.tool;
  if (making.kind !== "agent") return;
  let startedAt = new Date(agent.startedAt.getTime() + 3);
  const share = agent.durationMs / (making.steps.length + 1);
  for (const step of making.steps) {
    const tool = facts.tools.find(({ slug }) => slug === step.tool);
    if (!tool || !facts.isReadOnly(step.tool, step.operation)) continue;
    const durationMs = Math.max(1, Math.round(share * (0.6 + 0.5 * random.next())));
    addCall(
      history,
      {
        ...agent,
        tool,
        operation: step.operation,
        readOnly: true,
        startedAt,
        durationMs,
        resultBytes: random.between(300, 4000),
      },
      facts.organisation,
    );
    startedAt = new Date(startedAt.getTime() + durationMs + 2);
  }
}
