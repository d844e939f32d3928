import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { givenRatingSchema, ratingInputSchema } from "#lib/reviews/schema.ts";
import { rateTool } from "#lib/reviews/server/rate-tool.ts";
import { withdrawRating } from "#lib/reviews/server/withdraw-rating.ts";

// Whether somebody may rate hangs on their use of the tool, so the use cases decide it.
const common = {
  path: "/api/tools/{slug}/ratings/mine",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
} as const;

export const PUT = defineRoute({
  ...common,
  method: "PUT",
  summary: "Rate a tool that you have used, or change your rating of its current major version",
  body: ratingInputSchema,
  response: givenRatingSchema,
  handler: ({ viewer, params, body }) => rateTool(viewer, params.slug, body),
});

export const DELETE = defineRoute({
  ...common,
  method: "DELETE",
  summary: "Withdraw your rating of a tool's current major version",
  response: z.object({ withdrawn: z.literal(true) }),
  handler: async ({ viewer, params }) => {
    await withdrawRating(viewer, params.slug);
    return { withdrawn: true as const };
  },
});
