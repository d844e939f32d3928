/**
 * The path to go to after sign-in, or "/" when what was given is not a plain path of this portal: another origin,
 * a protocol-relative address, or something that a browser would read as one.
 * @param given a path, or an absolute address whose origin is `origin`
 */
export function localPath(given: string | null | undefined, origin?: string): string {
  if (!given) return "/";
  const base = origin ?? "http://portal.invalid";
  if (!given.startsWith("/") && !(origin && given.startsWith(`${origin}/`))) return "/";
  if (!URL.canParse(given, base)) return "/";
  const url = new URL(given, base);
  const path = `${url.pathname}${url.search}${url.hash}`;
  const isElsewhere = url.origin !== new URL(base).origin || path.startsWith("//") || path.startsWith("/\\");
  return isElsewhere || isSignIn(url.pathname) ? "/" : path;
}

/** Landing on the sign-in page after sign-in would look like a refusal. */
function isSignIn(pathname: string): boolean {
  return pathname === "/sign-in" || pathname.startsWith("/api/auth");
}
