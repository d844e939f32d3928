import "server-only";
import { recordSessionRefused } from "#lib/identity/server/audit-events.ts";
import { beginAttempt, forgetAttempt } from "#lib/identity/server/limit-attempts.ts";
import { listDemoPeople } from "#lib/identity/server/list-demo-people.ts";
import { findAccountByEmail } from "#lib/identity/server/people-repository.ts";
import { startSession } from "#lib/identity/server/start-session.ts";
import type { SignInRefusal, SignInResult } from "#lib/identity/sign-in.ts";
import { requestContext } from "#lib/request-context.ts";

const provider = "demo";

/** Signs in as one of the people offered on the demo's sign-in page. Outside demo mode nobody is offered. */
export async function signInDemoPerson(givenEmail: string): Promise<SignInResult> {
  const email = givenEmail.trim().toLowerCase().slice(0, 200);
  const refuse = async (refusal: SignInRefusal, isToldToTrail = true): Promise<SignInResult> => {
    if (isToldToTrail) await recordSessionRefused({ refusal, provider, email });
    return { ok: false, refusal };
  };
  const attempt = await beginAttempt({ ip: requestContext()?.ip ?? null, email });
  if (!attempt.isAllowed) return refuse("too-many-attempts", attempt.isFirstRefusal);
  const isOffered = (await listDemoPeople()).some((person) => person.email === email);
  const person = isOffered ? await findAccountByEmail(email) : null;
  if (!person) return refuse("unknown-person");
  const sessionId = await startSession(person, provider);
  await forgetAttempt(attempt);
  return { ok: true, sessionId };
}
