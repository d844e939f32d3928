import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { connectSource } from "#lib/publishing/server/connect-source.ts";
import { listSources } from "#lib/publishing/server/source-view.ts";
import { connectSourceSchema, sourceAnswerSchema, sourceListSchema } from "#lib/publishing/sources/schema.ts";

// Who may edit hangs on the tool (owner, deputy, team, lead), so the use cases decide it.
const common = {
  path: "/api/tools/{slug}/contracts",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
} as const;

export const GET = defineRoute({
  ...common,
  method: "GET",
  summary: "Where the operations of a tool come from: OpenAPI documents and MCP servers",
  response: sourceListSchema,
  handler: async ({ viewer, params }) => ({ sources: await listSources(viewer, params.slug) }),
});

export const POST = defineRoute({
  ...common,
  method: "POST",
  summary: "Connect an OpenAPI document (text or address) or an MCP server to a tool",
  body: connectSourceSchema,
  // Five megabytes of document, in JSON with its quotes escaped and letters of three bytes.
  maxBodyBytes: 16 * 1024 * 1024,
  response: sourceAnswerSchema,
  handler: ({ viewer, params, body, request }) => connectSource(viewer, params.slug, body, request.signal),
});
