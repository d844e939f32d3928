import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { newPriceSchema, priceViewSchema } from "#lib/models/prices.ts";
import { addPrice, listPrices } from "#lib/models/server/prices.ts";

const params = z.object({ id: z.uuid() });
const response = z.array(priceViewSchema);

export const GET = defineRoute({
  method: "GET",
  path: "/api/models/{id}/prices",
  summary: "Every price of a model, the newest first",
  permission: "model:administer",
  params,
  response,
  handler: ({ viewer, params: { id } }) => listPrices(viewer, id),
});

export const POST = defineRoute({
  method: "POST",
  path: "/api/models/{id}/prices",
  summary: "Enter what a model costs from a day on; calls already made keep their price",
  permission: "model:administer",
  params,
  body: newPriceSchema,
  response,
  status: 201,
  handler: ({ viewer, params: { id }, body }) => addPrice(viewer, id, body),
});
