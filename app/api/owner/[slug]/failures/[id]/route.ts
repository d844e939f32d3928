import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { failureTraceSchema } from "#lib/publishing/failure-trace.ts";
import { failureTrace } from "#lib/publishing/server/failure-trace.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/owner/{slug}/failures/{id}",
  summary: "The calls around a failed call of one's tool, without anybody's name or text",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80), id: z.uuid("Name a call by its id.") }),
  response: failureTraceSchema,
  handler: ({ viewer, params }) => failureTrace(viewer, params.slug, params.id),
});
