import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { deprecateSchema, lifecycleResultSchema, reachOfToolSchema } from "#lib/publishing/lifecycle.ts";
import { deprecateTool, reachOfTool, undeprecateTool } from "#lib/publishing/server/change-lifecycle.ts";

// Who may do it hangs on the tool (owner, deputy, team, lead), so the use cases decide it.
const common = {
  path: "/api/owner/{slug}/deprecation",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
} as const;

export const GET = defineRoute({
  ...common,
  method: "GET",
  summary: "Whom the end of a tool would touch: people, agents, tools that name it as successor",
  response: reachOfToolSchema,
  handler: ({ viewer, params }) => reachOfTool(viewer, params.slug),
});

export const PUT = defineRoute({
  ...common,
  method: "PUT",
  summary: "Announce the end of a tool with a day and a successor, and tell those who use it",
  body: deprecateSchema,
  response: lifecycleResultSchema,
  handler: ({ viewer, params, body }) => deprecateTool(viewer, params.slug, body),
});

export const DELETE = defineRoute({
  ...common,
  method: "DELETE",
  summary: "Take the deprecation of a tool back",
  response: lifecycleResultSchema,
  handler: ({ viewer, params }) => undeprecateTool(viewer, params.slug),
});
