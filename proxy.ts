import { type NextRequest, NextResponse } from "next/server";
import { env } from "#lib/env.ts";
import { dataPolicy, pagePolicy } from "#lib/http/content-security-policy.ts";
import { frameOrigins } from "#lib/http/frame-permission.ts";
import { requestIdOf } from "#lib/http/request-id.ts";
import { securityHeaders } from "#lib/http/security-headers.ts";

/** Adds headers and decides nothing about access: pages and use cases do that themselves. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { nodeEnv, oidc, publicUrl } = env();
  const { pathname, search } = request.nextUrl;
  const isPage = !pathname.startsWith("/api/");
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const frameAncestors = await frameOrigins(pathname, (name) => request.cookies.get(name)?.value);
  const policy = isPage
    ? pagePolicy({
        nonce,
        formTargets: oidc ? [new URL(oidc.issuer).origin] : [],
        frameAncestors,
        isDevelopment: nodeEnv === "development",
      })
    : dataPolicy;
  const requestId = requestIdOf(request.headers);

  const headers = new Headers(request.headers);
  headers.set("x-request-id", requestId);
  headers.set("x-weft-path", `${pathname}${search}`);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);

  // No address of a page has a NUL, and no database compares with one.
  const response =
    isPage && pathname.includes("%00")
      ? NextResponse.rewrite(new URL("/no-such-page", request.url), { request: { headers } })
      : NextResponse.next({ request: { headers } });
  response.headers.set("x-request-id", requestId);
  response.headers.set("content-security-policy", policy);
  const isSecure = publicUrl?.startsWith("https:") ?? false;
  const isFramed = frameAncestors.length > 0;
  for (const [name, value] of Object.entries(securityHeaders({ isSecure, isFramed })))
    response.headers.set(name, value);
  return response;
}

// Built files never change and never run as a page; the public doors set their own headers.
export const config = { matcher: ["/((?!_next/static/|v1/|mcp$).*)"] };
