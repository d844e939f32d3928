import { AppError } from "#lib/errors.ts";
import { isSameOrigin } from "#lib/http/same-origin.ts";
import type { KeyScope } from "#lib/identity/access-key.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { type GivenToken, givenToken } from "#lib/identity/server/access-key-token.ts";
import { viewerOfToken } from "#lib/identity/server/access-key-viewer.ts";
import { currentViewer } from "#lib/identity/server/current-viewer.ts";

type Route = {
  readonly method: string;
  readonly permission: string;
  readonly keyScope?: KeyScope;
};

const keysPlace = "/my/keys";

async function viewerWithKey({ token, scheme }: GivenToken, route: Route): Promise<Viewer | null> {
  if (!route.keyScope) {
    if (route.permission === "public") return null;
    throw new AppError("forbidden", "This address is not open to access keys.", {
      mend: "Use it in the portal; /docs/api names the addresses that programs reach with a key.",
    });
  }
  // A browser sends Basic credentials again by itself, also for a page of another site.
  if (scheme === "basic" && route.method !== "GET") {
    throw new AppError("sign-in-required", "A key that changes something is sent as a bearer token.", {
      mend: "Send Authorization: Bearer with the key.",
    });
  }
  const viewer = await viewerOfToken(token);
  if (!viewer.key?.scopes.includes(route.keyScope)) {
    throw new AppError(
      "forbidden",
      `This access key may not do this: it lacks the scope ${route.keyScope}.`,
      {
        mend: `Make a key with the scope ${route.keyScope} at ${keysPlace}.`,
      },
    );
  }
  return viewer;
}

/**
 * The person of a request: of its access key when it carries one, and then of nothing else; of the session otherwise.
 * What changes something has to come from the portal's own pages, unless it carries a key, which no page sends unasked.
 */
export async function requestViewer(request: Request, route: Route): Promise<Viewer | null> {
  const given = givenToken(request.headers);
  if (given) return viewerWithKey(given, route);
  if (route.method !== "GET" && !isSameOrigin(request)) {
    throw new AppError("forbidden", "This request did not come from the portal's own pages.", {
      mend: route.keyScope
        ? "Send it from the portal, or with an access key as Authorization: Bearer."
        : "Send it from the portal, with its own Origin.",
    });
  }
  return currentViewer();
}

/** How a program may say who asks, for an answer of 401. Only feeds offer Basic: a browser would open a window. */
export function challengeOf(route: Route, mediaType: string | null): string | null {
  if (!route.keyScope) return null;
  return mediaType?.startsWith("application/atom+xml")
    ? 'Basic realm="Weft", charset="UTF-8"'
    : 'Bearer realm="Weft"';
}
