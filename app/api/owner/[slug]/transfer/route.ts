import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { offerInputSchema } from "#lib/ownership/transfer.ts";
import { offerToolBySlug } from "#lib/publishing/server/hand-over-tool.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/owner/{slug}/transfer",
  summary: "Offer a tool to another team and owner",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  body: offerInputSchema,
  response: z.object({ id: z.uuid() }),
  status: 201,
  handler: async ({ viewer, params, body }) => ({ id: await offerToolBySlug(viewer, params.slug, body) }),
});
