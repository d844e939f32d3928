import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { ratingListSchema, ratingQuerySchema } from "#lib/reviews/schema.ts";
import { listRatings } from "#lib/reviews/server/list-ratings.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/tools/{slug}/ratings",
  summary: "What people think of a tool, by page, and what it comes to",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  query: ratingQuerySchema,
  response: ratingListSchema,
  handler: ({ viewer, params, query }) => listRatings(viewer, params.slug, query),
});
