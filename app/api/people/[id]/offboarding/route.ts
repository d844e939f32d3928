import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { offboardingSchema } from "#lib/ownership/offboarding.ts";
import { previewOffboarding } from "#lib/publishing/server/offboard.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/people/{id}/offboarding",
  summary: "What would become of everything that hangs on a person",
  permission: "person:administer",
  params: z.object({ id: z.uuid() }),
  response: offboardingSchema,
  handler: ({ viewer, params }) => previewOffboarding(viewer, params.id),
});
