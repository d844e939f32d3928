import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { conversationViewSchema } from "#lib/chat/schema.ts";
import { getConversation } from "#lib/chat/server/get-conversation.ts";
import {
  changeConversation,
  conversationChangeSchema,
  deleteConversation,
} from "#lib/chat/server/manage-conversation.ts";

const params = z.object({ id: z.uuid() });

export const GET = defineRoute({
  method: "GET",
  path: "/api/conversations/{id}",
  summary: "A conversation with its messages",
  permission: "chat:use",
  params,
  response: conversationViewSchema,
  handler: ({ viewer, params }) => getConversation(viewer, params.id),
});

export const PATCH = defineRoute({
  method: "PATCH",
  path: "/api/conversations/{id}",
  summary: "Rename a conversation, or change its tool, model or data class",
  permission: "chat:use",
  params,
  body: conversationChangeSchema,
  response: conversationViewSchema,
  handler: async ({ viewer, params, body }) => {
    await changeConversation(viewer, params.id, body);
    return getConversation(viewer, params.id);
  },
});

export const DELETE = defineRoute({
  method: "DELETE",
  path: "/api/conversations/{id}",
  summary: "Delete a conversation; it can be restored",
  permission: "chat:use",
  params,
  response: z.object({ deleted: z.literal(true) }),
  handler: async ({ viewer, params }) => {
    await deleteConversation(viewer, params.id);
    return { deleted: true as const };
  },
});
