import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { draftOperationSchema } from "#lib/publishing/draft-content.ts";
import { draftOperation } from "#lib/publishing/server/draft-overview.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/tools/{slug}/draft/operations/{name}",
  summary: "One operation of a tool's draft, for those who may edit it",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80), name: z.string().max(200) }),
  response: draftOperationSchema,
  handler: ({ viewer, params }) => draftOperation(viewer, params.slug, params.name),
});
