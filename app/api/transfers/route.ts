import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { offersToMe } from "#lib/ownership/server/offers.ts";
import { offerToMeSchema } from "#lib/ownership/transfer.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/transfers",
  summary: "Tools that were offered to you and wait for your answer",
  permission: "portal:read",
  response: z.array(offerToMeSchema),
  handler: ({ viewer }) => offersToMe(viewer),
});
