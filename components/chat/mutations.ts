import { z } from "zod";
import { type ConversationView, conversationViewSchema } from "#lib/chat/schema.ts";
import { api } from "#lib/http/api-client.ts";

const sentSchema = z.object({ messageId: z.uuid(), answerId: z.uuid(), runId: z.uuid() });
export type Sent = z.infer<typeof sentSchema>;

export function createConversation(input: {
  tool?: string | null;
  dataClass?: string;
  modelAlias?: string | null;
}): Promise<{ id: string }> {
  return api("/api/conversations", { method: "POST", body: input, response: z.object({ id: z.uuid() }) });
}

export function sendMessage(
  conversationId: string,
  message: { id: string; text: string; parentId: string | null },
): Promise<Sent> {
  return api(`/api/conversations/${conversationId}/messages`, {
    method: "POST",
    body: message,
    response: sentSchema,
  });
}

export function changeConversation(
  id: string,
  change: { title?: string; tool?: string | null; dataClass?: string; modelAlias?: string | null },
): Promise<ConversationView> {
  return api(`/api/conversations/${id}`, { method: "PATCH", body: change, response: conversationViewSchema });
}

export async function deleteConversation(id: string): Promise<void> {
  await api(`/api/conversations/${id}`, { method: "DELETE", response: z.object({ deleted: z.boolean() }) });
}

export async function restoreConversation(id: string): Promise<void> {
  await api(`/api/conversations/${id}/restore`, {
    method: "POST",
    response: z.object({ restored: z.boolean() }),
  });
}
