import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { deleteSavedInput } from "#lib/runs/server/saved-inputs.ts";

export const DELETE = defineRoute({
  method: "DELETE",
  path: "/api/tools/{slug}/operations/{name}/inputs/{id}",
  summary: "Delete a form that you saved",
  permission: "tool:call",
  params: z.object({ slug: z.string().max(80), name: z.string().max(64), id: z.uuid() }),
  response: z.object({ deleted: z.literal(true) }),
  handler: async ({ viewer, params }) => {
    await deleteSavedInput(viewer, params.slug, params.name, params.id);
    return { deleted: true as const };
  },
});
