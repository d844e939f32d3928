import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { blockTool, unblockTool } from "#lib/catalog/server/block-tool.ts";
import { blockInputSchema, unblockInputSchema } from "#lib/policy/access.ts";

const params = z.object({ slug: z.string().max(80) });
const response = z.object({ isBlocked: z.boolean() });

export const POST = defineRoute({
  method: "POST",
  path: "/api/tools/{slug}/block",
  summary: "Stop every use of a tool at once",
  permission: "policy:write",
  params,
  body: blockInputSchema,
  response,
  handler: async ({ viewer, params: { slug }, body }) => {
    await blockTool(viewer, { slug, ...body });
    return { isBlocked: true };
  },
});

export const DELETE = defineRoute({
  method: "DELETE",
  path: "/api/tools/{slug}/block",
  summary: "Let a blocked tool be used again",
  permission: "policy:write",
  params,
  body: unblockInputSchema,
  response,
  handler: async ({ viewer, params: { slug }, body }) => {
    await unblockTool(viewer, { slug, ...body });
    return { isBlocked: false };
  },
});
