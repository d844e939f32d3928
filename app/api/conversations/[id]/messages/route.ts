import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { messageInputSchema } from "#lib/chat/schema.ts";
import { sendMessage } from "#lib/chat/server/send-message.ts";

export const POST = defineRoute({
  method: "POST",
  path: "/api/conversations/{id}/messages",
  summary: "Send a message; the answer is written by a run that goes on without you",
  permission: "chat:use",
  params: z.object({ id: z.uuid() }),
  body: messageInputSchema,
  maxBodyBytes: 512 * 1024,
  status: 202,
  response: z.object({ messageId: z.uuid(), answerId: z.uuid(), runId: z.uuid() }),
  handler: ({ viewer, params, body }) => sendMessage(viewer, params.id, body),
});
