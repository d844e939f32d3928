import { defineRoute } from "#app/api/define-route.ts";
import { favouriteListSchema } from "#lib/collections/schema.ts";
import { listFavourites } from "#lib/collections/server/list-favourites.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/favourites",
  summary: "The tools that you keep as favourites",
  permission: "portal:read",
  response: favouriteListSchema,
  handler: async ({ viewer }) => ({ tools: await listFavourites(viewer) }),
});
