import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { priceViewSchema } from "#lib/models/prices.ts";
import { withdrawPrice } from "#lib/models/server/prices.ts";

export const DELETE = defineRoute({
  method: "DELETE",
  path: "/api/models/{id}/prices/{priceId}",
  summary: "Take back a price that has not begun",
  permission: "model:administer",
  params: z.object({ id: z.uuid(), priceId: z.uuid() }),
  response: z.array(priceViewSchema),
  handler: ({ viewer, params: { id, priceId } }) => withdrawPrice(viewer, id, priceId),
});
