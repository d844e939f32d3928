import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { AppError } from "#lib/errors.ts";
import { portalOrigin } from "#lib/http/portal-origin.ts";
import { isSameOrigin } from "#lib/http/same-origin.ts";
import { authCookieName } from "#lib/identity/server/session-cookie.ts";
import { authSecret } from "#lib/secret-files.ts";

/** One request to sign-in, as next-auth reads it. */
export type AuthRequest = {
  readonly method: string;
  readonly action: string;
  readonly provider: string | undefined;
  readonly origin: string;
  readonly headers: Record<string, string>;
  readonly cookies: Record<string, string>;
  readonly query: Record<string, string | string[]>;
  readonly body: Record<string, string> | undefined;
};

const largestBody = 16 * 1024;
const actions: Readonly<Record<string, readonly string[]>> = {
  GET: ["csrf", "providers", "session", "signin", "signout", "callback", "error"],
  POST: ["signin", "signout", "callback"],
};

function readCookies(header: string | null): Record<string, string> {
  const cookies: Record<string, string> = {};
  for (const part of header?.split(";") ?? []) {
    const at = part.indexOf("=");
    if (at < 1) continue;
    const value = part.slice(at + 1).trim();
    cookies[part.slice(0, at).trim()] = /%[0-9a-f]{2}/i.test(value) ? decodeOrKeep(value) : value;
  }
  return cookies;
}

function decodeOrKeep(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch (error) {
    if (error instanceof URIError) return value;
    throw error;
  }
}

async function readBody(request: Request): Promise<Record<string, string>> {
  const text = await request.text();
  if (text.length > largestBody)
    throw new AppError("too-large", "The request is larger than a sign-in needs.");
  const type = request.headers.get("content-type") ?? "";
  if (!type.includes("json")) return Object.fromEntries(new URLSearchParams(text));
  try {
    const parsed: unknown = JSON.parse(text);
    const entries = typeof parsed === "object" && parsed !== null ? Object.entries(parsed) : [];
    return Object.fromEntries(entries.map(([key, value]) => [key, String(value)]));
  } catch (cause) {
    throw new AppError("bad-request", "The request's body is not valid JSON.", { cause });
  }
}

/** Fills in next-auth's own token, for requests that a stronger check has let through. */
function withCsrfToken(cookies: Record<string, string>, body: Record<string, string>) {
  const token = randomBytes(32).toString("hex");
  const hash = createHash("sha256").update(`${token}${authSecret()}`).digest("hex");
  return {
    cookies: { ...cookies, [authCookieName("csrf-token")]: `${token}|${hash}` },
    body: { ...body, csrfToken: token },
  };
}

/**
 * Reads a request to `/api/auth/...`. A POST from the portal's own pages needs no token, so the plain forms work
 * without a script; one with no sign of a browser must bring next-auth's token; one from another site is refused.
 * `GET signin/<provider>` starts there, so that the button can be a link, which no redirect rule of a form stops.
 */
export async function readAuthRequest(request: Request, segments: readonly string[]): Promise<AuthRequest> {
  const [action = "", provider] = segments;
  if (segments.length > 2 || !actions[request.method]?.includes(action)) {
    throw new AppError("not-found", "There is no such step of sign-in.");
  }
  const url = new URL(request.url);
  const isStart = request.method === "GET" && action === "signin" && provider === "oidc";
  const origin = portalOrigin(request.headers);
  const common = {
    action,
    provider,
    origin,
    headers: {
      host: new URL(origin).host,
      "x-forwarded-host": new URL(origin).host,
      "x-forwarded-proto": new URL(origin).protocol.slice(0, -1),
    },
    query: { ...Object.fromEntries(url.searchParams), nextauth: [...segments] },
  };
  const cookies = readCookies(request.headers.get("cookie"));
  if (isStart) {
    const callbackUrl = url.searchParams.get("callbackUrl") ?? "/";
    return {
      ...common,
      method: "POST",
      query: { nextauth: [...segments] },
      ...withCsrfToken(cookies, { callbackUrl }),
    };
  }
  if (request.method === "GET") return { ...common, method: "GET", cookies, body: undefined };
  const body = await readBody(request);
  if (isSameOrigin(request)) return { ...common, method: "POST", ...withCsrfToken(cookies, body) };
  if (request.headers.has("sec-fetch-site") || request.headers.has("origin")) {
    throw new AppError("forbidden", "This request did not come from the portal's own pages.");
  }
  return { ...common, method: "POST", cookies, body };
}
