import { defineRoute } from "#app/api/define-route.ts";
import { portalOrigin } from "#app/portal-origin.ts";
import { changesOfFollowed } from "#lib/collections/server/follow-feed.ts";
import { atomMediaType } from "#lib/notifications/atom.ts";
import { feedAnswer } from "#lib/notifications/server/feed-answer.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/notifications/followed.atom",
  summary: "Changes of all tools that you follow, as an Atom feed",
  permission: "portal:read",
  keyScope: "tools:read",
  response: { mediaType: atomMediaType },
  handler: async ({ viewer, request }) =>
    feedAnswer(await changesOfFollowed(viewer, portalOrigin(request.headers)), request),
});
