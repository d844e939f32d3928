import "server-only";
import { unsafeEntry } from "#lib/catalog/server/repository.ts";
import { factsOf } from "#lib/catalog/server/to-dto.ts";
import { embedOriginSchema } from "#lib/catalog/tool-settings.ts";
import type { FrameRule } from "#lib/http/frame-permission.ts";
import { viewerOfSession } from "#lib/identity/server/load-viewer.ts";
import { authCookieName, openSessionCookie } from "#lib/identity/server/session-cookie.ts";
import { log } from "#lib/log.ts";
import { decide } from "#lib/policy/server/require-allowed.ts";

const served = new Set(["published", "deprecated"]);

/**
 * The sites on which a tool may be shown. Whoever is signed in has to be allowed to find the tool; to everybody else the
 * frame shows nothing but the way to sign in.
 */
export const embedOrigins: FrameRule = async (slug, cookie) => {
  try {
    const entry = await unsafeEntry({ slug });
    if (!entry || entry.embedOrigins.length === 0) return [];
    const sessionId = await openSessionCookie(cookie(authCookieName("session")));
    const viewer = sessionId ? await viewerOfSession(sessionId) : null;
    const isFound = viewer
      ? (await decide(viewer, "discover", factsOf(entry))).allowed
      : served.has(entry.lifecycle) && entry.currentVersion !== null;
    return isFound ? entry.embedOrigins.filter((origin) => embedOriginSchema.safeParse(origin).success) : [];
  } catch (error) {
    // The page itself says what is wrong; until it does, nobody frames it.
    log.error({ err: error }, "the sites that may frame a tool could not be read");
    return [];
  }
};
