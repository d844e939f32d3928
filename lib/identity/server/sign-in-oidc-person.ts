import "server-only";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { newId } from "#lib/db/uuid.ts";
import { asActor, recordPersonEvent, recordSessionRefused } from "#lib/identity/server/audit-events.ts";
import { beginAttempt, forgetAttempt } from "#lib/identity/server/limit-attempts.ts";
import { makeFirstAdministrator } from "#lib/identity/server/make-first-administrator.ts";
import {
  type AccountRow,
  findAccountByEmail,
  findAccountBySubject,
  insertPerson,
  updatePerson,
} from "#lib/identity/server/people-repository.ts";
import { startSession } from "#lib/identity/server/start-session.ts";
import type { OidcClaims, SignInRefusal, SignInResult } from "#lib/identity/sign-in.ts";

const provider = "oidc";

type Identity = {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string;
  readonly name?: string;
};
const tooMany: SignInResult = { ok: false, refusal: "too-many-attempts" };
type Match = AccountRow | SignInRefusal;

function isVerified(claims: OidcClaims): boolean {
  return claims.email_verified !== false && claims.email_verified !== "false";
}

/** A known account keeps its person; what the provider now says of name and e-mail is taken over, with an event. */
async function keepUpToDate(person: AccountRow, { email, name }: Identity): Promise<AccountRow> {
  const isEmailFree = email === person.email || (await findAccountByEmail(email)) === null;
  const after = { name: name ?? person.name, email: isEmailFree ? email : person.email };
  const before = { name: person.name, email: person.email };
  if (before.name === after.name && before.email === after.email) return person;
  const updated = await updatePerson(person.id, after);
  await recordPersonEvent("person.updated", asActor(updated), updated, { changes: { before, after } });
  return updated;
}

/** By issuer and subject; else by verified e-mail, unless that e-mail already belongs to another subject there. */
async function matchPerson(identity: Identity): Promise<Match> {
  const { issuer, subject, email, name } = identity;
  const known = await findAccountBySubject(issuer, subject);
  if (known) return known.isActive ? keepUpToDate(known, identity) : known;
  const link = { oidcIssuer: issuer, oidcSubject: subject };
  const byEmail = await findAccountByEmail(email);
  if (byEmail?.oidcIssuer === issuer) return "email-taken";
  if (byEmail && !byEmail.isActive) return byEmail;
  if (byEmail) {
    const linked = await updatePerson(byEmail.id, link);
    await recordPersonEvent("person.linked", asActor(linked), linked, { details: { issuer } });
    return linked;
  }
  const created = await insertPerson({ id: newId(), email, name: name ?? email, ...link, createdAt: now() });
  await recordPersonEvent("person.created", asActor(created), created, { details: { issuer, email } });
  return created;
}

/**
 * Signs in the person whom the identity provider names: finds, links or creates them and opens a session, all in one
 * transaction with the events.
 * @param claims of an ID token whose signature, issuer, audience, nonce and times were checked
 */
export async function signInOidcPerson(claims: OidcClaims): Promise<SignInResult> {
  const email = claims.email?.trim().toLowerCase();
  const refuse = async (refusal: SignInRefusal, person?: AccountRow): Promise<SignInResult> => {
    await recordSessionRefused({ refusal, provider, email, person });
    return { ok: false, refusal };
  };
  if (!email) return refuse("no-email");
  if (!isVerified(claims)) return refuse("not-verified");
  const attempt = await beginAttempt({ email });
  if (!attempt.isAllowed) return attempt.isFirstRefusal ? refuse("too-many-attempts") : tooMany;
  const result = await transaction<SignInResult>(async () => {
    const name = claims.name?.trim();
    const identity = { issuer: claims.iss, subject: claims.sub, email, ...(name ? { name } : {}) };
    const person = await matchPerson(identity);
    if (typeof person === "string") return refuse(person);
    if (!person.isActive) return refuse("deactivated", person);
    await makeFirstAdministrator(person, email);
    return { ok: true, sessionId: await startSession(person, provider) };
  });
  if (result.ok) await forgetAttempt(attempt);
  return result;
}
