import "server-only";
import type { CookiesOptions } from "next-auth";
import { authCookieName, isSecurePortal } from "#lib/identity/server/session-cookie.ts";

const checkSeconds = 15 * 60;

/** Every cookie of sign-in: HttpOnly, SameSite=Lax, the whole site, and under https `Secure` with the `__Host-` prefix. */
export function authCookies(): CookiesOptions {
  const cookie = (part: string, maxAge?: number) => ({
    name: authCookieName(part),
    options: {
      httpOnly: true,
      sameSite: "lax" as const,
      path: "/",
      secure: isSecurePortal(),
      ...(maxAge ? { maxAge } : {}),
    },
  });
  return {
    sessionToken: cookie("session"),
    callbackUrl: cookie("callback-url"),
    csrfToken: cookie("csrf-token"),
    pkceCodeVerifier: cookie("pkce", checkSeconds),
    state: cookie("state", checkSeconds),
    nonce: cookie("nonce", checkSeconds),
  };
}
