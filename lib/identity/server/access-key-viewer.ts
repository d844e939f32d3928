import "server-only";
import { now } from "#lib/clock.ts";
import { AppError } from "#lib/errors.ts";
import { keyScopeSchema } from "#lib/identity/access-key.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { recordKeyEvent, recordUnknownKey } from "#lib/identity/server/access-key-events.ts";
import { touchKey, unsafeKeyByHash } from "#lib/identity/server/access-key-repository.ts";
import { hashOfToken, isToken, prefixOfToken } from "#lib/identity/server/access-key-token.ts";
import { beginAttempt } from "#lib/identity/server/limit-attempts.ts";
import { viewerWithKey } from "#lib/identity/server/load-viewer.ts";
import { requestContext } from "#lib/request-context.ts";

const touchMs = 60_000;
type FoundKey = NonNullable<Awaited<ReturnType<typeof unsafeKeyByHash>>>;

const refusals = {
  "unknown-key": "This access key is not known here.",
  "key-revoked": "This access key was revoked.",
  "key-expired": "This access key has expired.",
  "person-deactivated": "The account of this access key is deactivated.",
} as const;
type Refusal = keyof typeof refusals;

const refused = (refusal: Refusal) =>
  new AppError("sign-in-required", refusals[refusal], {
    mend: "Make a new key at /my/keys and give it to the program.",
  });

function refusalOf(key: FoundKey, at: Date): Refusal | null {
  if (!key.person.isActive) return "person-deactivated";
  if (key.revokedAt) return "key-revoked";
  return key.expiresAt.getTime() <= at.getTime() ? "key-expired" : null;
}

/** Counts what did not get in, apart from sign-ins: a program with an old key must not lock people out. */
async function refuse(refusal: Refusal, token: string, key: FoundKey | null): Promise<never> {
  const attempt = await beginAttempt({ keyIp: requestContext()?.ip ?? null });
  if (attempt.isAllowed || attempt.isFirstRefusal) {
    const reason = attempt.isAllowed ? refusal : "too-many-attempts";
    if (key) await recordKeyEvent("key.refused", key.person, key, { outcome: "refused", reason });
    else await recordUnknownKey(prefixOfToken(token));
  }
  if (attempt.isAllowed) throw refused(refusal);
  throw new AppError("too-many-requests", "Too many requests came from here with keys that do not work.", {
    mend: "Wait five minutes, and give the program a key that works.",
  });
}

/**
 * The person of an access key with the rights of this moment.
 * @throws AppError `sign-in-required` for a key that is unknown, revoked, expired or of a deactivated person
 */
export async function viewerOfToken(token: string): Promise<Viewer> {
  if (!isToken(token)) throw refused("unknown-key");
  const at = now();
  const key = await unsafeKeyByHash(hashOfToken(token));
  const refusal = key ? refusalOf(key, at) : "unknown-key";
  if (!key || refusal) return refuse(refusal ?? "unknown-key", token, key);
  const scopes = keyScopeSchema.array().parse(key.scopes);
  const viewer = await viewerWithKey(key.person.id, { id: key.id, name: key.name, scopes });
  if (!viewer) return refuse("person-deactivated", token, key);
  if (at.getTime() - (key.lastUsedAt?.getTime() ?? 0) >= touchMs) await touchKey(key.id, at);
  return viewer;
}
