import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { SignInRefusal } from "#lib/identity/sign-in.ts";

/**
 * What one request to next-auth learned on its way. next-auth keeps one logger for the whole process and swallows
 * errors of its events, so both are told to the request they belong to.
 */
export type AuthAttempt = {
  /** Where to go after a refusal, so that the page wanted first is not forgotten. */
  readonly next: string;
  sessionId: string | undefined;
  refusal: SignInRefusal | undefined;
  /** What next-auth found wrong, for the trail and the log; no tokens. */
  problem: string | undefined;
  failure: unknown;
};

type Holder = typeof globalThis & { weftAuthAttempt?: AsyncLocalStorage<AuthAttempt> };
const holder = globalThis as Holder;
holder.weftAuthAttempt ??= new AsyncLocalStorage();
const storage = holder.weftAuthAttempt;

export function withAuthAttempt<T>(attempt: AuthAttempt, work: () => T): T {
  return storage.run(attempt, work);
}

export function authAttempt(): AuthAttempt {
  const attempt = storage.getStore();
  if (!attempt) throw new Error("next-auth was called outside its handler.");
  return attempt;
}
