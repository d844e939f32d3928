import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { createDraftConversation } from "#lib/chat/server/draft-conversation.ts";

// Who may edit hangs on the tool (owner, deputy, team, lead), so the use case decides it.
export const POST = defineRoute({
  method: "POST",
  path: "/api/owner/{slug}/playground/conversations",
  summary: "Start a conversation with a tool's draft; it stands in no list",
  permission: "chat:use",
  params: z.object({ slug: z.string().max(80) }),
  status: 201,
  response: z.object({ id: z.uuid() }),
  handler: ({ viewer, params }) => createDraftConversation(viewer, params.slug),
});
