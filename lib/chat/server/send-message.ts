import "server-only";
import { titleFrom } from "#lib/chat/message-text.ts";
import type { MessageInput } from "#lib/chat/schema.ts";
import { branchTo, memoryOf, remembered } from "#lib/chat/server/branch-memory.ts";
import {
  insertMessage,
  messageById,
  messagesOf,
  ownConversation,
  touchConversation,
  updateConversation,
} from "#lib/chat/server/repository.ts";
import { currentSource, now } from "#lib/clock.ts";
import { dataClassSchema } from "#lib/data-class.ts";
import { transaction } from "#lib/db/transaction.ts";
import { violatedUnique } from "#lib/db/unique-violation.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError, invalidInput, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { isAnswering, partsById } from "#lib/runs/server/run-rows.ts";
import { startRun } from "#lib/runs/server/start-run.ts";

export type SentMessage = { readonly messageId: string; readonly answerId: string; readonly runId: string };

function taken(): AppError {
  return new AppError("conflict", "This message id is taken.", { mend: "Reload the page and send again." });
}

/** Stores message and answer and starts the run; the conversation is locked, so sendings come one after another. */
async function store(viewer: Viewer, conversationId: string, input: MessageInput): Promise<SentMessage> {
  const sentAt = now();
  if (!(await touchConversation(viewer.id, conversationId, sentAt))) throw notFound("The conversation");
  const conversation = await ownConversation(viewer.id, conversationId);
  const messages = await messagesOf(conversationId);
  const known = await messageById(input.id);
  if (!conversation) throw notFound("The conversation");
  if (known) {
    const answer = messages.find((message) => message.parentId === input.id);
    if (known.conversationId !== conversationId || known.role !== "user" || !answer?.runId) throw taken();
    return { messageId: input.id, answerId: answer.id, runId: answer.runId };
  }
  const parent = messages.find((message) => message.id === input.parentId);
  if (input.parentId && parent?.role !== "assistant")
    throw invalidInput("parentId", "parentId: names no answer of this conversation.");
  if (await isAnswering(conversationId)) {
    throw new AppError("conflict", "An answer is still being written in this conversation.", {
      mend: "Wait for it, or stop it first. Your text is kept.",
    });
  }
  const branch = branchTo(messages, input.parentId);
  const answers = await partsById(remembered(branch));
  const answerId = newId(sentAt);
  const runId = newId(sentAt);
  const common = { conversationId, source: currentSource() };
  await insertMessage({
    ...common,
    id: input.id,
    parentId: input.parentId,
    role: "user",
    parts: [{ type: "text", text: input.text }],
    createdAt: sentAt,
  });
  await insertMessage({
    ...common,
    id: answerId,
    parentId: input.id,
    role: "assistant",
    parts: [],
    runId,
    createdAt: new Date(sentAt.getTime() + 1),
  });
  if (messages.length === 0 && conversation.title === "")
    await updateConversation(conversationId, { title: titleFrom(input.text) });
  await startRun(viewer, {
    id: runId,
    conversationId,
    messageId: answerId,
    userMessageId: input.id,
    input: {
      text: input.text,
      ...memoryOf(branch, answers),
      dataClass: dataClassSchema.parse(conversation.dataClass),
      modelAlias: conversation.modelAlias,
      toolId: conversation.toolId,
      withDraft: conversation.withDraft,
    },
  });
  return { messageId: input.id, answerId, runId };
}

/**
 * Stores the person's message, then starts the run that answers it. The same message id sent twice makes one
 * message and one run; while an answer is being written, another message is refused and nothing of it is stored.
 */
export async function sendMessage(
  viewer: Viewer,
  conversationId: string,
  input: MessageInput,
): Promise<SentMessage> {
  try {
    return await transaction(() => store(viewer, conversationId, input));
  } catch (error) {
    if (violatedUnique(error) === "message_pkey") throw taken();
    throw error;
  }
}
