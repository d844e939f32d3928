import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { givenRatingSchema, ratingInputSchema } from "#lib/reviews/schema.ts";
import { rateTool } from "#lib/reviews/server/rate-tool.ts";
import { withdrawRating } from "#lib/reviews/server/withdraw-rating.ts";
import { rateSoon } from "#lib/trust/server/rate-soon.ts";

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
  handler: async ({ viewer, params, body }) => {
    const given = await rateTool(viewer, params.slug, body);
    await rateSoon(given.toolId, "rating-changed");
    return given;
  },
});

export const DELETE = defineRoute({
  ...common,
  method: "DELETE",
  summary: "Withdraw your rating of a tool's current major version",
  response: z.object({ withdrawn: z.literal(true) }),
  handler: async ({ viewer, params }) => {
    const { toolId } = await withdrawRating(viewer, params.slug);
    await rateSoon(toolId, "rating-changed");
    return { withdrawn: true as const };
  },
});
