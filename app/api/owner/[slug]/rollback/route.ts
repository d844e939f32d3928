import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { lifecycleResultSchema, rollBackSchema } from "#lib/publishing/lifecycle.ts";
import { rollBack } from "#lib/publishing/server/roll-back.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/owner/{slug}/rollback",
  summary: "Let an earlier version of a tool serve again",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  body: rollBackSchema,
  response: lifecycleResultSchema,
  handler: ({ viewer, params, body }) => rollBack(viewer, params.slug, body),
});
