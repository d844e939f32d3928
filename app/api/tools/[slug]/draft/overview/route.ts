import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { draftOverviewSchema } from "#lib/publishing/draft-content.ts";
import { draftOverview } from "#lib/publishing/server/draft-overview.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/tools/{slug}/draft/overview",
  summary: "The draft of a tool without its words: settings, operations in short, secrets by name",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  response: draftOverviewSchema,
  handler: ({ viewer, params }) => draftOverview(viewer, params.slug),
});
