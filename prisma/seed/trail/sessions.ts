import { seededRandom } from "#demo/company/seeded-random.ts";
import type { SeededOrganisation, SeededPerson } from "../organisation.ts";
import { seedId } from "../seed-id.ts";
import { actorOf, type SampleHistory } from "./sample-history.ts";

const dayMs = 86_400_000;
const provider = "oidc";

/** Events of somebody signing in, and out where that happened. */
export function addSession(
  history: SampleHistory,
  person: SeededPerson,
  startedAt: Date,
  lastSeenAt: Date,
  end: { readonly at: Date; readonly reason: "signed-out" } | null,
): string {
  const id = seedId(`session ${person.id} ${startedAt.getTime()}`, startedAt);
  const actor = actorOf(person);
  const target = { kind: "person", id: person.personId, name: person.name };
  const from = { from: person, request: id };
  history.events.push({
    ...from,
    at: startedAt,
    input: { type: "session.started", actor, target, details: { sessionId: id, provider } },
  });
  if (end) {
    history.events.push({
      ...from,
      at: end.at,
      request: `${id} end`,
      input: { type: "session.ended", actor, target, reason: end.reason, details: { sessionId: id } },
    });
  }
  history.sessions.push({
    id,
    person,
    startedAt,
    lastSeenAt,
    endedAt: end?.at ?? null,
    endedReason: end?.reason ?? null,
  });
  return id;
}

/** Gives everybody who did something a sign-in before it; a session ends after twelve hours without a request, and a third are ended by hand. */
export function addSessions(history: SampleHistory, organisation: SeededOrganisation): void {
  const { time } = organisation;
  const random = seededRandom("sessions");
  const moments = new Map<SeededPerson, number[]>();
  for (const { from, at, input } of history.events) {
    if (from === null || input.type.startsWith("session.")) continue;
    const list = moments.get(from);
    if (list) list.push(at.getTime());
    else moments.set(from, [at.getTime()]);
  }
  for (const person of organisation.everyone) {
    const times = (moments.get(person) ?? []).sort((a, b) => a - b);
    let first = times[0];
    let last = first;
    const close = (next: number | undefined) => {
      if (first === undefined || last === undefined) return;
      const endsAt = new Date(last + random.between(4, 50) * 60_000);
      const isEnded =
        random.chance(0.3) && endsAt < time.until && (next === undefined || endsAt.getTime() < next);
      const startedAt = new Date(first - random.between(40, 400) * 1000);
      addSession(
        history,
        person,
        startedAt,
        new Date(last),
        isEnded ? { at: endsAt, reason: "signed-out" } : null,
      );
    };
    for (const moment of times.slice(1)) {
      // Twelve hours without a request end a session.
      if (last !== undefined && moment - last > dayMs / 2) {
        close(moment);
        first = moment;
      }
      last = moment;
    }
    close(undefined);
  }
}
