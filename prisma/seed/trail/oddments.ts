import { type SeededRandom, seededRandom } from "#demo/company/seeded-random.ts";
import { hashJson } from "#lib/canonical-hash.ts";
import type { SeededOrganisation, SeededPerson } from "../organisation.ts";
import { seedId } from "../seed-id.ts";
import type { SeededTool } from "../tools.ts";
import { temporaryChat } from "./sample-call.ts";
import { actorOf, type SampleEvent, type SampleHistory } from "./sample-history.ts";
import { workingMoment } from "./working-time.ts";

type Made = { readonly person: SeededPerson; readonly at: Date; readonly name: string };

/** What also happens: answers stopped or cut off, conversations deleted and brought back, cards declined, sign-ins refused. */
export function addOddments(
  history: SampleHistory,
  organisation: SeededOrganisation,
  tools: readonly SeededTool[],
): void {
  const random = seededRandom("oddments");
  const { time } = organisation;
  const people = organisation.everyone.filter(
    (person) => person.leftDaysAgo === null && person.joinedDaysAgo > 90 && person.domain !== "sales",
  );
  const make = (
    count: number,
    kind: string,
    events: (made: Made, index: number) => readonly SampleEvent["input"][],
  ) => {
    for (let index = 0; index < count; index += 1) {
      const person = random.pick(people);
      const at = workingMoment(person, time, random.between(1, 89), random);
      events({ person, at, name: `${kind} ${index}` }, index).forEach((input, step) => {
        history.events.push({
          at: new Date(at.getTime() + step * 9000),
          from: person,
          request: `${kind} ${index} ${step}`,
          input,
        });
      });
    }
  };
  make(11, "stopped", ({ person, at, name }) => {
    const { conversationId, runId } = temporaryChat(name, at);
    return [
      {
        type: "run.stopped",
        actor: actorOf(person),
        target: { kind: "run", id: runId, name: "Answer" },
        conversationId,
        runId,
      },
    ];
  });
  make(3, "interrupted", ({ at, name }) => {
    const { conversationId, runId } = temporaryChat(name, at);
    return [
      {
        type: "run.interrupted",
        actor: { kind: "system", name: "Weft" },
        target: { kind: "run", id: runId, name: "Answer" },
        outcome: "failed",
        reason: "The process that worked on it ended.",
        conversationId,
        runId,
      },
    ];
  });
  make(13, "deleted", ({ person, at, name }, index) => {
    const id = seedId(`conversation ${name}`, at);
    const about = {
      actor: actorOf(person),
      target: { kind: "conversation", id, name: "Conversation" },
      conversationId: id,
    };
    const deleted = { type: "conversation.deleted", ...about };
    return index % 5 === 0 ? [deleted, { type: "conversation.restored", ...about }] : [deleted];
  });
  const desk = tools.find(({ slug }) => slug === "ticket-desk");
  if (desk)
    make(16, "declined", (made, index) => declined(made, desk, organisation, random, index % 8 === 0));
  addRefusedSignIns(history, organisation, random);
}

function declined(
  { person, at, name }: Made,
  desk: SeededTool,
  organisation: SeededOrganisation,
  random: SeededRandom,
  isVoided: boolean,
): readonly SampleEvent["input"][] {
  const operation = random.pick(["createTicket", "updateTicket", "addComment"]);
  const about = {
    actor: actorOf(person),
    target: { kind: "tool", id: desk.toolId, name: desk.words.name },
    domainId: organisation.domainId(desk.domain),
    callId: seedId(`call ${name}`, at),
    ...temporaryChat(name, at),
  };
  const details = { operation, argumentsHash: hashJson(name), schemaHash: hashJson(operation) };
  return [
    { type: "approval.requested", ...about, details },
    isVoided
      ? {
          type: "approval.voided",
          ...about,
          outcome: "refused",
          reason: "The operation changed after it was shown.",
        }
      : { type: "approval.declined", ...about, details: { operation } },
  ];
}

// Somebody outside tries addresses, and colleagues sign in before their address is verified.
function addRefusedSignIns(
  history: SampleHistory,
  organisation: SeededOrganisation,
  random: SeededRandom,
): void {
  const { time } = organisation;
  const guesses = ["admin", "finance", "m.lockyer", "it.support", "payroll", "helpdesk", "root", "office"];
  const night = time.at(36, "03:12");
  guesses.forEach((name, index) => {
    history.events.push({
      at: new Date(night.getTime() + index * 7000 + random.between(0, 3000)),
      from: null,
      request: `guess ${index}`,
      input: {
        type: "session.refused",
        actor: { kind: "anonymous", name: `${name}@northmere.example` },
        outcome: "refused",
        reason: "unknown-person",
        details: { provider: "oidc", email: `${name}@northmere.example` },
      },
    });
  });
  for (const [id, daysAgo] of [
    ["josephine-rook", 58],
    ["yusuf-demir", 31],
    ["daniela-pinhal", 12],
  ] as const) {
    const person = organisation.person(id);
    history.events.push({
      at: time.at(daysAgo, "09:02"),
      from: person,
      request: `not verified ${id}`,
      input: {
        type: "session.refused",
        actor: actorOf(person),
        target: { kind: "person", id: person.personId, name: person.name },
        outcome: "refused",
        reason: "not-verified",
        details: { provider: "oidc", email: person.email },
      },
    });
  }
}
