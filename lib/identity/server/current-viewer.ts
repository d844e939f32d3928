import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Viewer } from "#lib/identity/schema.ts";
import { viewerOfSession } from "#lib/identity/server/load-viewer.ts";
import { authCookieName, openSessionCookie } from "#lib/identity/server/session-cookie.ts";

export { viewerOfSession };

/** The person who sends this request, or null. Looked up once per page. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const jar = await cookies();
  const sessionId = await openSessionCookie(jar.get(authCookieName("session"))?.value);
  return sessionId ? viewerOfSession(sessionId) : null;
});

/** For pages: the signed-in person; anybody else is sent to sign in and comes back to the same page. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await currentViewer();
  if (viewer) return viewer;
  const path = (await headers()).get("x-weft-path");
  redirect(path && path !== "/" ? `/sign-in?next=${encodeURIComponent(path)}` : "/sign-in");
}
