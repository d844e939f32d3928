import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { removeSource } from "#lib/publishing/server/remove-source.ts";

export const DELETE = defineRoute({
  method: "DELETE",
  path: "/api/tools/{slug}/contracts/{id}",
  summary: "Remove a source of a tool's operations; those that were taken over stay",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80), id: z.uuid() }),
  response: z.object({ removed: z.literal(true) }),
  handler: async ({ viewer, params }) => {
    await removeSource(viewer, params.slug, params.id);
    return { removed: true as const };
  },
});
