import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { releaseRequestSchema } from "#lib/publishing/review.ts";
import { listApprovals } from "#lib/publishing/server/release-requests.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/approvals",
  summary: "Releases that wait for approval, as far as this person has to do with them",
  permission: "portal:read",
  response: z.object({
    waiting: z.array(releaseRequestSchema),
    others: z.array(releaseRequestSchema),
    ended: z.array(releaseRequestSchema),
  }),
  handler: async ({ viewer }) => {
    const { waiting, others, ended } = await listApprovals(viewer);
    return { waiting: [...waiting], others: [...others], ended: [...ended] };
  },
});
