import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { followSchema } from "#lib/collections/following.ts";
import { followTool, unfollowTool } from "#lib/collections/server/follow-tool.ts";

const params = z.object({ slug: z.string().max(80) });

export const PUT = defineRoute({
  method: "PUT",
  path: "/api/tools/{slug}/follow",
  summary: "Follow a tool, to hear of its releases and of its end",
  permission: "portal:read",
  params,
  response: followSchema,
  handler: async ({ viewer, params: { slug } }) => {
    await followTool(viewer, slug);
    return { isFollowing: true };
  },
});

export const DELETE = defineRoute({
  method: "DELETE",
  path: "/api/tools/{slug}/follow",
  summary: "Stop following a tool",
  permission: "portal:read",
  params,
  response: followSchema,
  handler: async ({ viewer, params: { slug } }) => {
    await unfollowTool(viewer, slug);
    return { isFollowing: false };
  },
});
