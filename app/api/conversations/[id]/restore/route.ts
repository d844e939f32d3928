import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { restoreConversation } from "#lib/chat/server/manage-conversation.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/conversations/{id}/restore",
  summary: "Bring a deleted conversation back",
  permission: "chat:use",
  params: z.object({ id: z.uuid() }),
  response: z.object({ restored: z.literal(true) }),
  handler: async ({ viewer, params }) => {
    await restoreConversation(viewer, params.id);
    return { restored: true as const };
  },
});
