import "server-only";
import nextAuthModule from "next-auth";
import { letAuthFollowItsRequest } from "#lib/env.ts";
import { localPath } from "#lib/identity/local-path.ts";
import { recordSessionRefused } from "#lib/identity/server/audit-events.ts";
import { AuthAnswer } from "#lib/identity/server/auth-answer.ts";
import { type AuthAttempt, withAuthAttempt } from "#lib/identity/server/auth-attempt.ts";
import { authOptions } from "#lib/identity/server/auth-options.ts";
import { type AuthRequest, readAuthRequest } from "#lib/identity/server/auth-request.ts";
import { beginAttempt, forgetAttempt } from "#lib/identity/server/limit-attempts.ts";
import { authCookieName } from "#lib/identity/server/session-cookie.ts";
import type { SignInRefusal } from "#lib/identity/sign-in.ts";
import { log } from "#lib/log.ts";
import { requestContext } from "#lib/request-context.ts";

type NextAuth = (request: unknown, answer: unknown, options: unknown) => Promise<unknown>;

/** Node hands a CommonJS module over as its default export, bundlers hand over its own default. */
const nextAuth = ("default" in nextAuthModule ? nextAuthModule.default : nextAuthModule) as NextAuth;

const signInErrors: Readonly<Record<string, SignInRefusal>> = {
  OAuthSignin: "provider-unreachable",
  OAuthCallback: "provider-answer",
  Callback: "provider-answer",
};

function refusalOf(location: string, attempt: AuthAttempt): SignInRefusal | undefined {
  if (attempt.sessionId) return undefined;
  if (attempt.refusal) return attempt.refusal;
  const { pathname, searchParams } = new URL(location, "http://portal.invalid");
  const error = searchParams.get("error");
  if (!error || !pathname.startsWith("/api/auth/")) return undefined;
  if (attempt.problem === "access_denied") return "declined";
  return signInErrors[error] ?? "provider-answer";
}

function toSignIn(refusal: SignInRefusal, attempt: AuthAttempt): string {
  const next = attempt.next === "/" ? "" : `&next=${encodeURIComponent(attempt.next)}`;
  return `/sign-in?error=${refusal}${next}`;
}

function sendTo(path: string, request: AuthRequest): Response {
  return new Response(null, { status: 303, headers: { location: `${request.origin}${path}` } });
}

/**
 * Every refusal ends on the sign-in page with its reason, and in the trail; a provider that cannot be reached has
 * refused nobody and is for the log alone.
 */
async function explainRefusal(
  response: Response,
  request: AuthRequest,
  attempt: AuthAttempt,
): Promise<Response> {
  const asJson = response.headers.get("content-type")?.includes("json") ?? false;
  const location = asJson
    ? ((await response.clone().json()) as { url?: string }).url
    : response.headers.get("location");
  const refusal = location ? refusalOf(location, attempt) : undefined;
  if (!refusal) return response;
  const isTold = attempt.refusal !== undefined && attempt.refusal !== "wrong-issuer";
  if (!isTold && refusal !== "provider-unreachable") {
    await recordSessionRefused({ refusal, provider: request.provider ?? "", problem: attempt.problem });
  }
  const target = `${request.origin}${toSignIn(refusal, attempt)}`;
  const headers = new Headers(response.headers);
  if (asJson) return Response.json({ url: target }, { status: 401, headers });
  headers.set("location", target);
  return new Response(null, { status: 303, headers });
}

async function run(request: AuthRequest, attempt: AuthAttempt): Promise<Response> {
  letAuthFollowItsRequest();
  const answer = new AuthAnswer();
  await withAuthAttempt(attempt, () => nextAuth(request, answer, authOptions()));
  const isSignIn = request.action === "signin" || request.action === "callback";
  if (attempt.failure && isSignIn) {
    log.error({ err: attempt.failure }, "sign-in failed");
    return sendTo(toSignIn("unavailable", attempt), request);
  }
  if (attempt.failure) throw attempt.failure;
  const response = answer.toResponse();
  return isSignIn && request.provider ? explainRefusal(response, request, attempt) : response;
}

/** Callbacks of the provider count by address; those that led to a session are forgotten. */
async function runLimited(request: AuthRequest, attempt: AuthAttempt): Promise<Response> {
  const counted = await beginAttempt({ ip: requestContext()?.ip ?? null });
  if (counted.isAllowed) {
    const response = await run(request, attempt);
    if (attempt.sessionId) await forgetAttempt(counted);
    return response;
  }
  const refusal: SignInRefusal = "too-many-attempts";
  if (counted.isFirstRefusal) await recordSessionRefused({ refusal, provider: "oidc" });
  return sendTo(toSignIn(refusal, attempt), request);
}

/**
 * Serves `/api/auth/<segments>`: next-auth behind one plain handler, so that it works under any host and port, every
 * refusal has its sentence, and a failed sign-out is not called a success.
 */
export async function handleAuth(request: Request, segments: readonly string[]): Promise<Response> {
  const read = await readAuthRequest(request, segments);
  const wanted = read.body?.callbackUrl ?? read.cookies[authCookieName("callback-url")];
  const attempt: AuthAttempt = {
    next: localPath(wanted, read.origin),
    sessionId: undefined,
    refusal: undefined,
    problem: undefined,
    failure: undefined,
  };
  return read.action === "callback" && read.provider === "oidc"
    ? runLimited(read, attempt)
    : run(read, attempt);
}
