import { incidents } from "#demo/company/incidents.ts";
import { seededRandom } from "#demo/company/seeded-random.ts";
import { explainStatus } from "#lib/tools/explain-status.ts";
import type { SeededPerson } from "../organisation.ts";
import type { SeededTool } from "../tools.ts";
import type { CallFacts } from "./ordinary-calls.ts";
import { blockReason } from "./outage-words.ts";
import { addCall, type SampleCall, temporaryChat } from "./sample-call.ts";
import { actorOf, type SampleHistory } from "./sample-history.ts";
import { wasHere } from "./working-time.ts";

const review = incidents.find(({ id }) => id === "INC-2061");
if (!review?.failedCalls) throw new Error("The incidents lack the outage of the ticket service.");

/** The outage of the ticket service, as its review tells it. */
export const outage = {
  daysAgo: review.daysAgo,
  startedAt: review.startedAt,
  minutes: review.minutes,
  failedCalls: review.failedCalls,
  /** Those that failed inside the Alarm Assistant; they are part of all failed calls. */
  throughAlarmAssistant: 9,
  noteAt: "10:31",
  blockedAt: "10:46",
  unblockedAt: "10:57",
  noteClosedAt: "11:20",
} as const;

const refused = explainStatus(
  503,
  JSON.stringify({ detail: "The database takes no more connections." }),
  null,
).error;

function paused(tool: SeededTool) {
  return {
    code: "paused-after-failures" as const,
    message: `${tool.words.name} failed several times in a row, so it is left alone for a while.`,
  };
}

export function outageSpan(facts: Pick<CallFacts, "organisation">): {
  readonly from: Date;
  readonly to: Date;
} {
  const { time } = facts.organisation;
  const from = time.at(outage.daysAgo, outage.startedAt);
  return { from, to: new Date(from.getTime() + outage.minutes * 60_000) };
}

function toolOf(facts: CallFacts, slug: string): SeededTool {
  const tool = facts.tools.find((candidate) => candidate.slug === slug);
  if (!tool) throw new Error(`There is no tool "${slug}".`);
  return tool;
}

/** 212 failed calls, and those who ran into the block while the update was rolled back. */
export function addOutage(history: SampleHistory, facts: CallFacts): void {
  const { organisation } = facts;
  const { time } = organisation;
  const random = seededRandom("outage of the ticket service");
  const desk = toolOf(facts, "ticket-desk");
  const assistant = toolOf(facts, "alarm-assistant");
  const advisers = organisation.everyone.filter(
    (person) => person.domain === "customer-service" && wasHere(person, outage.daysAgo),
  );
  const engineers = organisation.everyone.filter(
    (person) => person.team === "operations-centre" && wasHere(person, outage.daysAgo),
  );
  const firstMs = time.at(outage.daysAgo, outage.startedAt).getTime();
  const blockedMs = time.at(outage.daysAgo, outage.blockedAt).getTime();
  // The restart at 10:27 helped for two minutes; calls of that time did not fail.
  const restartMs = time.at(outage.daysAgo, "10:27").getTime();
  const moment = (): Date => {
    for (;;) {
      const at = firstMs + 2000 + Math.floor(random.next() * (blockedMs - firstMs - 30_000));
      if (at < restartMs || at > restartMs + 120_000) return new Date(at);
    }
  };
  const trying = Array.from({ length: 61 }, () => random.pick(advisers));

  const failing = (person: SeededPerson, startedAt: Date, operation: string): SampleCall => {
    const isPaused = startedAt.getTime() > firstMs + 180_000 && random.chance(0.6);
    const isChat = random.chance(0.4);
    const name = `outage ${person.id} ${operation} ${startedAt.getTime()}`;
    return {
      tool: desk,
      operation,
      readOnly: facts.isReadOnly("ticket-desk", operation),
      person,
      startedAt,
      durationMs: isPaused ? 0 : random.between(18, 240),
      channel: isChat ? "chat" : "form",
      error: isPaused ? paused(desk) : { code: refused.code, message: refused.message },
      resultBytes: 0,
      place: isChat ? temporaryChat(name, startedAt) : null,
      request: name,
    };
  };

  for (let index = 0; index < outage.failedCalls - outage.throughAlarmAssistant; index += 1) {
    const operation = random.weighted([
      ["listTickets", 40],
      ["getTicket", 36],
      ["listComments", 10],
      ["createTicket", 9],
      ["addComment", 5],
    ] as const);
    addCall(history, failing(random.pick(trying), moment(), operation), organisation);
  }
  for (let index = 0; index < outage.throughAlarmAssistant; index += 1) {
    const step = failing(random.pick(engineers), moment(), "listTickets");
    const durationMs = step.durationMs + random.between(60, 190);
    addCall(history, step, organisation);
    addCall(
      history,
      {
        ...step,
        tool: assistant,
        operation: "explainAlarm",
        startedAt: new Date(step.startedAt.getTime() - 40),
        durationMs,
        error: step.error && {
          ...step.error,
          message: `Step Look for an open ticket: ${step.error.message}`,
        },
      },
      organisation,
    );
  }
  addBlocked(history, facts, desk, trying);
}

/** Those who ran into the block; the block itself is done through the product. */
function addBlocked(
  history: SampleHistory,
  facts: CallFacts,
  desk: SeededTool,
  trying: readonly SeededPerson[],
): void {
  const { organisation } = facts;
  const { time } = organisation;
  const random = seededRandom("block of the ticket desk");
  const blockedMs = time.at(outage.daysAgo, outage.blockedAt).getTime();
  const unblockedMs = time.at(outage.daysAgo, outage.unblockedAt).getTime();
  for (let index = 0; index < 14; index += 1) {
    const person = random.pick(trying);
    history.events.push({
      at: new Date(blockedMs + random.between(20_000, unblockedMs - blockedMs - 20_000)),
      from: person,
      request: `refused by the block ${index}`,
      input: {
        type: "policy.refused",
        actor: actorOf(person),
        target: { kind: "tool", id: desk.toolId, name: desk.words.name },
        domainId: organisation.domainId(desk.domain),
        outcome: "refused",
        reason: `An administrator blocked ${desk.words.name}: ${blockReason}.`,
        details: { action: "call", basis: "blocked" },
      },
    });
  }
}
