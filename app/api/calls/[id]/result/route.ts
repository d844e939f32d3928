import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { resultPageSchema } from "#lib/tools/result-page.ts";
import { readOverflow } from "#lib/tools/server/read-overflow.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/calls/{id}/result",
  summary: "The whole text that one of your calls brought back, page by page",
  permission: "tool:call",
  params: z.object({ id: z.uuid() }),
  query: z.strictObject({ offset: z.coerce.number().int().min(0).max(100_000_000).default(0) }),
  response: resultPageSchema,
  handler: ({ viewer, params, query }) => readOverflow(viewer, params.id, query.offset),
});
