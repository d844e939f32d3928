import "server-only";
import type { Actor, AuditEventInput } from "#lib/audit/schema.ts";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import type { Role } from "#lib/identity/schema.ts";
import type { SessionEndReason } from "#lib/identity/session.ts";
import type { SignInRefusal } from "#lib/identity/sign-in.ts";

type Person = { readonly id: string; readonly name: string };
type RoleFacts = { readonly role: Role; readonly domainId: string | null; readonly reason: string };

export const portal: Actor = { kind: "system", name: "Weft" };
export const asActor = ({ id, name }: Person): Actor => ({ kind: "person", id, name });
const asTarget = ({ id, name }: Person) => ({ kind: "person", id, name });

export async function recordSessionStarted(
  person: Person,
  sessionId: string,
  provider: string,
): Promise<void> {
  await recordEvent({
    type: "session.started",
    actor: asActor(person),
    target: asTarget(person),
    details: { sessionId, provider },
  });
}

/** Somebody was not let in. The e-mail is kept as it was given, because there may be no such person. */
export async function recordSessionRefused(facts: {
  readonly refusal: SignInRefusal;
  readonly provider: string;
  readonly email?: string | undefined;
  readonly person?: Person | undefined;
  readonly problem?: string | undefined;
}): Promise<void> {
  const { refusal, provider, email, person, problem } = facts;
  await recordEvent({
    type: "session.refused",
    actor: person ? asActor(person) : { kind: "anonymous", name: email ?? "Somebody" },
    ...(person ? { target: asTarget(person) } : {}),
    outcome: "refused",
    reason: refusal,
    details: { provider, ...(email ? { email } : {}), ...(problem ? { problem } : {}) },
  });
}

export async function recordSessionEnded(
  actor: Actor,
  person: Person,
  sessionId: string,
  reason: SessionEndReason,
): Promise<void> {
  await recordEvent({
    type: "session.ended",
    actor,
    target: asTarget(person),
    reason,
    details: { sessionId },
  });
}

type PersonEvent =
  | "person.created"
  | "person.linked"
  | "person.updated"
  | "person.deactivated"
  | "person.reactivated";

export async function recordPersonEvent(
  type: PersonEvent,
  actor: Actor,
  person: Person,
  rest: Pick<AuditEventInput, "changes" | "details" | "reason"> = {},
): Promise<void> {
  await recordEvent({ type, actor, target: asTarget(person), ...rest });
}

export async function recordRoleEvent(
  type: "role.granted" | "role.revoked",
  actor: Actor,
  person: Person,
  { role, domainId, reason }: RoleFacts,
): Promise<void> {
  const held = { role, domainId };
  const changes = type === "role.granted" ? { before: null, after: held } : { before: held, after: null };
  await recordEvent({ type, actor, target: asTarget(person), domainId, reason, changes });
}
