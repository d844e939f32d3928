import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { confirmationSchema } from "#lib/ownership/answer.ts";
import { confirmTool } from "#lib/publishing/server/confirm-tool.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/owner/{slug}/confirmation",
  summary: "Confirm that you answer for a tool",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  response: confirmationSchema,
  handler: ({ viewer, params }) => confirmTool(viewer, params.slug),
});
