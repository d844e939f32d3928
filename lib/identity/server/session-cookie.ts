import "server-only";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "#lib/env.ts";
import { sessionLimits } from "#lib/identity/session.ts";
import { authSecret } from "#lib/secret-files.ts";

const tokenSchema = z.object({ sid: z.uuid() });

/** True when people reach the portal by https, so cookies carry `Secure` and the `__Host-` prefix. */
export function isSecurePortal(): boolean {
  return env().publicUrl?.startsWith("https:") ?? false;
}

/** Name of a cookie of sign-in: `__Host-weft-session` under https, `weft-session` otherwise. */
export function authCookieName(part: string): string {
  return `${isSecurePortal() ? "__Host-" : ""}weft-${part}`;
}

/** The value of the session cookie: an encrypted token that holds nothing but the session's id. */
export async function sealSessionId(sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: authSecret(), maxAge: sessionLimits.longestSeconds });
}

/** The session id inside a cookie value, or null when it is missing, altered, expired or sealed with another secret. */
export async function openSessionCookie(value: string | undefined): Promise<string | null> {
  if (!value) return null;
  try {
    const parsed = tokenSchema.safeParse(await decode({ token: value, secret: authSecret() }));
    return parsed.success ? parsed.data.sid : null;
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("ERR_J")) return null;
    throw error;
  }
}
