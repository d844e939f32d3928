import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { keptSchema } from "#lib/collections/schema.ts";
import { dropFavourite, keepFavourite } from "#lib/collections/server/keep-favourite.ts";

const params = z.object({ slug: z.string().max(80) });

export const PUT = defineRoute({
  method: "PUT",
  path: "/api/favourites/{slug}",
  summary: "Keep a tool as a favourite",
  permission: "portal:read",
  params,
  response: keptSchema,
  handler: async ({ viewer, params: { slug } }) => {
    await keepFavourite(viewer, slug);
    return { isFavourite: true };
  },
});

export const DELETE = defineRoute({
  method: "DELETE",
  path: "/api/favourites/{slug}",
  summary: "Let go of a favourite",
  permission: "portal:read",
  params,
  response: keptSchema,
  handler: async ({ viewer, params: { slug } }) => {
    await dropFavourite(viewer, slug);
    return { isFavourite: false };
  },
});
