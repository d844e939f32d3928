import "server-only";
import { now } from "#lib/clock.ts";
import {
  countAttempts,
  deleteAttempts,
  deleteAttemptsBefore,
  insertAttempts,
} from "#lib/identity/server/attempt-repository.ts";
import { attemptLimits } from "#lib/identity/sign-in.ts";

export type Attempt =
  | { readonly isAllowed: true; readonly ids: readonly string[] }
  | { readonly isAllowed: false; readonly isFirstRefusal: boolean };

/**
 * Counts an attempt to sign in from an address, as a person, or both. It is written before it is counted, so of any
 * number of attempts at once no more than the limit pass. A refused one is not kept, so waiting always helps.
 * Runs outside transactions, because a failed sign-in must still count.
 */
export async function beginAttempt(facts: {
  ip?: string | null;
  email?: string;
  /** Address of a program whose access key did not work; counted apart from those who sign in. */
  keyIp?: string | null;
}): Promise<Attempt> {
  const at = now();
  const since = new Date(at.getTime() - attemptLimits.windowSeconds * 1000);
  await deleteAttemptsBefore(since);
  const keys = [
    ...(facts.ip === undefined ? [] : [`ip:${facts.ip ?? "unknown"}`]),
    ...(facts.email === undefined ? [] : [`email:${facts.email}`]),
    ...(facts.keyIp === undefined ? [] : [`key-ip:${facts.keyIp ?? "unknown"}`]),
  ];
  const ids = await insertAttempts(keys, at);
  const counts = await Promise.all(keys.map((key) => countAttempts(key, since)));
  const exceeded = keys.find((_, index) => (counts[index] ?? 0) > attemptLimits.attempts);
  if (!exceeded) return { isAllowed: true, ids };
  await deleteAttempts(ids);
  const refusedKey = `refused:${exceeded}`;
  const isFirstRefusal = (await countAttempts(refusedKey, since)) === 0;
  if (isFirstRefusal) await insertAttempts([refusedKey], at);
  return { isAllowed: false, isFirstRefusal };
}

/** Takes back an attempt that led to a session: only failures count. */
export async function forgetAttempt(attempt: Attempt): Promise<void> {
  if (attempt.isAllowed) await deleteAttempts(attempt.ids);
}
