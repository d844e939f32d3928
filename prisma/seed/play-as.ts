import { asSampleAt } from "#lib/clock.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { signOut } from "#lib/identity/server/end-session.ts";
import { viewerOfSession } from "#lib/identity/server/load-viewer.ts";
import { startSession } from "#lib/identity/server/start-session.ts";
import { withRequestContext } from "#lib/request-context.ts";
import type { SeededPerson } from "./organisation.ts";
import { seedRequestId } from "./seed-id.ts";
import { placeOf } from "./trail/places.ts";

/** A request of a person at a moment of the past; all that it writes is marked as sample data. */
export function requestOf<Value>(
  person: SeededPerson,
  clock: () => Date,
  name: string,
  work: () => Promise<Value>,
): Promise<Value> {
  return asSampleAt(clock, () =>
    withRequestContext({ requestId: seedRequestId(name), ...placeOf(person) }, work),
  );
}

/** Signs a person in at the moment of the clock in force. */
export async function signInAs(person: SeededPerson): Promise<Viewer> {
  const sessionId = await startSession({ id: person.personId, name: person.name }, "oidc");
  const viewer = await viewerOfSession(sessionId);
  if (!viewer) throw new Error(`${person.name} could not be signed in.`);
  return viewer;
}

/** Has a person do one thing through the product's own use cases: signs in shortly before, and out after. */
export async function playAs(
  person: SeededPerson,
  at: Date,
  name: string,
  work: (viewer: Viewer) => Promise<unknown>,
): Promise<void> {
  const shifted = (seconds: number) => () => new Date(at.getTime() + seconds * 1000);
  const viewer = await requestOf(person, shifted(-75), `${name} sign-in`, () => signInAs(person));
  await requestOf(person, shifted(0), name, () => work(viewer));
  await requestOf(person, shifted(240), `${name} sign-out`, () => signOut(viewer.sessionId));
}
