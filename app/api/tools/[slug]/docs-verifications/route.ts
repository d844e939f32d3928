import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { verifyDocs } from "#lib/trust/server/record-review.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/tools/{slug}/docs-verifications",
  summary: "Say that you have read the docs of the current version and found them right",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  response: z.object({ verifiedAt: z.iso.datetime() }),
  status: 201,
  handler: ({ viewer, params }) => verifyDocs(viewer, params.slug),
});
