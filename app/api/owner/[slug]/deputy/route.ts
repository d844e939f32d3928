import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { deputyInputSchema } from "#lib/ownership/transfer.ts";
import { nameDeputyOfTool } from "#lib/publishing/server/hand-over-tool.ts";

export const PUT = defineRoute({
  method: "PUT",
  path: "/api/owner/{slug}/deputy",
  summary: "Name the deputy of a tool, or none",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  body: deputyInputSchema,
  response: deputyInputSchema,
  handler: async ({ viewer, params, body }) => {
    await nameDeputyOfTool(viewer, params.slug, body.personId);
    return body;
  },
});
