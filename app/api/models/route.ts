import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { modelCardSchema } from "#lib/models/figures.ts";
import { listModelCards } from "#lib/models/server/model-figures.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/models",
  summary: "Models in use, with their price and how they did in the last 7 or 30 days",
  permission: "model:administer",
  query: z.strictObject({ days: z.enum(["7", "30"]).default("7") }),
  response: z.array(modelCardSchema),
  handler: ({ viewer, query: { days } }) => listModelCards(viewer, days === "30" ? 30 : 7),
});
