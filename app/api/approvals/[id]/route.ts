import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { answeredSchema, answerReleaseSchema } from "#lib/publishing/review.ts";
import { answerRelease, withdrawRelease } from "#lib/publishing/server/answer-release.ts";

const common = {
  path: "/api/approvals/{id}",
  // Who may answer hangs on the request, so the use case decides it.
  permission: "portal:read",
  params: z.object({ id: z.uuid("Name a request by its id.") }),
} as const;

export const POST = defineRoute({
  ...common,
  method: "POST",
  summary: "Approve or return a release that waits for approval",
  body: answerReleaseSchema,
  response: answeredSchema,
  handler: ({ viewer, params, body }) => answerRelease(viewer, params.id, body),
});

export const DELETE = defineRoute({
  ...common,
  method: "DELETE",
  summary: "Withdraw a release that waits for approval",
  response: z.object({ withdrawn: z.literal(true) }),
  handler: async ({ viewer, params }) => {
    await withdrawRelease(viewer, params.id);
    return { withdrawn: true as const };
  },
});
