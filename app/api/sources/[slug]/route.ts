import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { changeSourceSchema, managedSourceSchema } from "#lib/knowledge/manage-source.ts";
import { changeSource, deleteSource, managedSource } from "#lib/knowledge/server/manage-source.ts";
import { sourceUsers } from "#lib/publishing/server/source-users.ts";

// Only the team that owns a source sees to it, so the use cases decide it.
const common = {
  path: "/api/sources/{slug}",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(120) }),
} as const;

export const GET = defineRoute({
  ...common,
  method: "GET",
  summary: "A knowledge source of your team with its documents",
  response: managedSourceSchema,
  handler: ({ viewer, params }) => managedSource(viewer, params.slug),
});

export const PATCH = defineRoute({
  ...common,
  method: "PATCH",
  summary: "Rename or describe a knowledge source of your team",
  body: changeSourceSchema,
  response: managedSourceSchema,
  handler: async ({ viewer, params, body }) => {
    await changeSource(viewer, params.slug, body);
    return managedSource(viewer, params.slug);
  },
});

export const DELETE = defineRoute({
  ...common,
  method: "DELETE",
  summary: "Delete a knowledge source of your team with its documents; refused while a tool answers from it",
  response: z.object({ deleted: z.literal(true) }),
  handler: async ({ viewer, params }) => {
    await deleteSource(viewer, params.slug, sourceUsers);
    return { deleted: true as const };
  },
});
