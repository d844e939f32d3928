import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { portalOrigin } from "#app/portal-origin.ts";
import { changesOfTool } from "#lib/collections/server/follow-feed.ts";
import { atomMediaType } from "#lib/notifications/atom.ts";
import { feedAnswer } from "#lib/notifications/server/feed-answer.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/tools/{slug}/changes.atom",
  summary: "Releases of a tool, as an Atom feed",
  permission: "portal:read",
  keyScope: "tools:read",
  params: z.object({ slug: z.string().max(80) }),
  response: { mediaType: atomMediaType },
  handler: async ({ viewer, params, request }) =>
    feedAnswer(await changesOfTool(viewer, params.slug, portalOrigin(request.headers)), request),
});
