import { env } from "#lib/env.ts";

/**
 * True when a state-changing request comes from the portal's own pages: by `Sec-Fetch-Site`, which scripts cannot
 * set, or by `Origin` where the browser sends none.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = request.headers.get("origin");
  if (origin === null || !URL.canParse(origin)) return false;
  const host = request.headers.get("host") ?? new URL(request.url).host;
  const publicUrl = env().publicUrl;
  return new URL(origin).host === host || (publicUrl !== undefined && new URL(publicUrl).origin === origin);
}
