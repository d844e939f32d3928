import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { reviewInputSchema } from "#lib/trust/review-checklist.ts";
import { recordReview } from "#lib/trust/server/record-review.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/tools/{slug}/compliance-reviews",
  summary: "Record a security or privacy review by somebody outside the owning team",
  permission: "audit:read",
  params: z.object({ slug: z.string().max(80) }),
  body: reviewInputSchema,
  response: z.object({ id: z.uuid(), expiresAt: z.iso.datetime() }),
  status: 201,
  handler: ({ viewer, params, body }) => recordReview(viewer, params.slug, body),
});
