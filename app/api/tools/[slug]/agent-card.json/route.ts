import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { portalOrigin } from "#app/portal-origin.ts";
import { agentCard, agentCardMediaType } from "#lib/catalog/interop/agent-card.ts";
import { getToolPage } from "#lib/catalog/server/get-tool-page.ts";
import { authCookieName } from "#lib/identity/server/session-cookie.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/tools/{slug}/agent-card.json",
  summary: "One tool as an agent card in the style of A2A 1.0",
  permission: "portal:read",
  params: z.object({ slug: z.string().max(80) }),
  response: { mediaType: agentCardMediaType },
  handler: async ({ viewer, params, request }) => {
    const tool = await getToolPage(viewer, params.slug);
    const place = { origin: portalOrigin(request.headers), cookie: authCookieName("session") };
    return Response.json(agentCard(tool, place), { headers: { "content-type": agentCardMediaType } });
  },
});
