import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { conversationSummarySchema } from "#lib/chat/schema.ts";
import { listConversations } from "#lib/chat/server/list-conversations.ts";
import { createConversation, newConversationSchema } from "#lib/chat/server/manage-conversation.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/conversations",
  summary: "Your conversations, newest first",
  permission: "chat:use",
  query: z.strictObject({
    words: z.string().max(200).optional(),
    cursor: z.string().max(1024).optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
  }),
  response: z.object({
    conversations: z.array(conversationSummarySchema),
    nextCursor: z.string().nullable(),
  }),
  handler: ({ viewer, query }) => listConversations(viewer, query),
});

export const POST = defineRoute({
  method: "POST",
  path: "/api/conversations",
  summary: "Start a conversation",
  permission: "chat:use",
  body: newConversationSchema,
  status: 201,
  response: z.object({ id: z.uuid() }),
  handler: ({ viewer, body }) => createConversation(viewer, body),
});
