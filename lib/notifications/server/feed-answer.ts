import "server-only";
import { createHash } from "node:crypto";
import { type AtomFeed, atomDocument, atomMediaType } from "#lib/notifications/atom.ts";

/** Whether a list of entity tags, as `If-None-Match` holds it, names this one; weakly compared (RFC 9110, 13.1.2). */
export function namesTag(header: string | null, tag: string): boolean {
  if (header === null) return false;
  if (header.trim() === "*") return true;
  const tags = header.match(/(?:W\/)?"[^"]*"/g) ?? [];
  return tags.some((given) => given.replace(/^W\//, "") === tag);
}

/** A feed, or nothing but its tag when the reader has it already. */
export function feedAnswer(feed: AtomFeed, request: Request): Response {
  const body = atomDocument(feed);
  const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  // What is in it depends on who asks, so it is kept for one reader and asked for each time.
  const headers = { etag: tag, "cache-control": "private, no-cache", vary: "Cookie, Authorization" };
  if (namesTag(request.headers.get("if-none-match"), tag))
    return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "content-type": `${atomMediaType}; charset=utf-8` } });
}
