import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { offerInputSchema } from "#lib/ownership/transfer.ts";
import { assignToolBySlug } from "#lib/publishing/server/hand-over-tool.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/owner/{slug}/assignment",
  summary: "Give a tool that nobody answers for to a team and owner",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  body: offerInputSchema,
  response: z.object({ assigned: z.literal(true) }),
  handler: async ({ viewer, params, body }) => {
    await assignToolBySlug(viewer, params.slug, body);
    return { assigned: true as const };
  },
});
