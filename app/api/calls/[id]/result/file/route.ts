import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { streamOverflow } from "#lib/tools/server/read-overflow.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/calls/{id}/result/file",
  summary: "The whole text that one of your calls brought back, as a file",
  permission: "tool:call",
  params: z.object({ id: z.uuid() }),
  response: { mediaType: "text/plain" },
  handler: async ({ viewer, params }) =>
    new Response(await streamOverflow(viewer, params.id), {
      headers: {
        "content-type": "text/plain; charset=utf-8",
        // What a tool says is never run or shown as a page of the portal.
        "content-disposition": `attachment; filename="result-${params.id}.txt"`,
      },
    }),
});
