import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { timelineKinds, timelinePageSchema } from "#lib/audit/timeline.ts";
import { toolTimeline } from "#lib/catalog/server/tool-timeline.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/tools/{slug}/activity",
  summary: "What happened to a tool, newest first, for those who answer for it and auditors",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  query: z.strictObject({
    kind: z.enum(timelineKinds).default("all"),
    before: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(30),
  }),
  response: timelinePageSchema,
  handler: ({ viewer, params, query }) => toolTimeline(viewer, params.slug, query),
});
