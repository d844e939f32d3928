import type { SeededPerson } from "../organisation.ts";
import { seedId } from "../seed-id.ts";
import type { CallFacts } from "./ordinary-calls.ts";
import { addCall } from "./sample-call.ts";
import { actorOf, type SampleHistory } from "./sample-history.ts";

function addDeactivation(
  history: SampleHistory,
  administrator: SeededPerson,
  person: SeededPerson,
  at: Date,
  reason: string,
): void {
  history.events.push({
    at,
    from: administrator,
    request: `deactivation ${person.id}`,
    input: {
      type: "person.deactivated",
      actor: actorOf(administrator),
      target: { kind: "person", id: person.personId, name: person.name },
      reason,
      changes: { before: { isActive: true }, after: { isActive: false } },
    },
  });
}

/** The last day of Gemma Pratt, followed from her sign-in to the end of her session, and one attempt to come back. */
export function addLeavers(history: SampleHistory, facts: CallFacts, administrator: SeededPerson): void {
  const { organisation } = facts;
  const { time } = organisation;
  const gemma = organisation.person("gemma-pratt");
  const nuno = organisation.person("nuno-barbosa");
  const claims = facts.tools.find(({ slug }) => slug === "expense-service");
  if (!claims || gemma.leftDaysAgo === null || nuno.leftDaysAgo === null)
    throw new Error("The leavers are not as planned.");
  const lastDay = gemma.leftDaysAgo;
  const startedAt = time.at(lastDay, "08:52");
  const endedAt = time.at(lastDay, "17:30");
  const sessionId = seedId("last session of Gemma Pratt", startedAt);
  const target = { kind: "person", id: gemma.personId, name: gemma.name };
  const from = { from: gemma, request: sessionId };
  history.events.push({
    ...from,
    at: startedAt,
    input: {
      type: "session.started",
      actor: actorOf(gemma),
      target,
      details: { sessionId, provider: "oidc" },
    },
  });
  const work = [
    ["09:04", "listClaims"],
    ["09:06", "getClaim"],
    ["09:41", "decideClaim"],
    ["11:18", "listClaims"],
    ["11:20", "getClaim"],
    ["14:33", "listClaims"],
    ["16:57", "listClaims"],
    ["17:02", "getClaim"],
  ] as const;
  for (const [clock, operation] of work) {
    addCall(
      history,
      {
        tool: claims,
        operation,
        readOnly: facts.isReadOnly("expense-service", operation),
        person: gemma,
        startedAt: time.at(lastDay, clock),
        durationMs: 96,
        channel: "form",
        error: null,
        resultBytes: 1830,
        place: null,
        request: `last day ${clock}`,
      },
      organisation,
    );
  }
  addDeactivation(
    history,
    administrator,
    gemma,
    endedAt,
    "Left Northmere today; her claims go to Otávio Lameira.",
  );
  history.events.push({
    at: new Date(endedAt.getTime() + 1),
    from: administrator,
    request: `deactivation ${gemma.id}`,
    input: {
      type: "session.ended",
      actor: actorOf(administrator),
      target,
      reason: "deactivated",
      details: { sessionId },
    },
  });
  history.sessions.push({
    id: sessionId,
    person: gemma,
    startedAt,
    lastSeenAt: time.at(lastDay, "17:02"),
    endedAt,
    endedReason: "deactivated",
  });
  history.events.push({
    at: time.at(lastDay - 2, "19:26"),
    from: gemma,
    request: "came back",
    input: {
      type: "session.refused",
      actor: actorOf(gemma),
      target,
      outcome: "refused",
      reason: "deactivated",
      details: { provider: "oidc", email: gemma.email },
    },
  });
  addDeactivation(
    history,
    administrator,
    nuno,
    time.at(nuno.leftDaysAgo, "17:30"),
    "Left Northmere today. Planned Works has no deputy; Henrique Valadares was told.",
  );
}
