import "server-only";
import { lastCallOf, textOfParts, titleFrom } from "#lib/chat/message-text.ts";
import type { MessageInput } from "#lib/chat/schema.ts";
import {
  insertMessage,
  type MessageRow,
  messageById,
  messagesOf,
  ownConversation,
  updateConversation,
} from "#lib/chat/server/repository.ts";
import { answerPartsSchema, textOfUser } from "#lib/chat/server/to-dto.ts";
import { currentSource, now } from "#lib/clock.ts";
import { dataClassSchema } from "#lib/data-class.ts";
import { transaction } from "#lib/db/transaction.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError, invalidInput, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { type RunRow, runsById } from "#lib/runs/server/run-rows.ts";
import { startRun } from "#lib/runs/server/start-run.ts";
import type { TurnInput } from "#lib/runs/turn.ts";

const mostHistory = 24;

function branchTo(messages: readonly MessageRow[], parentId: string | null): MessageRow[] {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const branch: MessageRow[] = [];
  for (
    let at = parentId ? byId.get(parentId) : undefined;
    at;
    at = at.parentId ? byId.get(at.parentId) : undefined
  )
    branch.unshift(at);
  return branch;
}

function memoryOf(
  branch: readonly MessageRow[],
  runs: ReadonlyMap<string, RunRow>,
): Pick<TurnInput, "history" | "lastCall"> {
  const partsOf = (message: MessageRow) =>
    answerPartsSchema.parse((message.runId ? runs.get(message.runId)?.parts : null) ?? []);
  const turns = branch.flatMap((message, at) => {
    const before = branch[at - 1];
    return message.role === "assistant" && before
      ? [{ request: textOfUser(before), parts: partsOf(message) }]
      : [];
  });
  const history = branch.slice(-mostHistory).flatMap((message) => {
    const text = message.role === "user" ? textOfUser(message) : textOfParts(partsOf(message));
    return text ? [{ role: message.role as "user" | "assistant", text }] : [];
  });
  return { history, lastCall: lastCallOf(turns) };
}

export type SentMessage = { readonly messageId: string; readonly answerId: string; readonly runId: string };

/**
 * Stores the person's message, then starts the run that answers it. The same message id sent twice makes one
 * message and one run.
 */
export async function sendMessage(
  viewer: Viewer,
  conversationId: string,
  input: MessageInput,
): Promise<SentMessage> {
  const conversation = await ownConversation(viewer.id, conversationId);
  if (!conversation) throw notFound("The conversation");
  const known = await messageById(input.id);
  if (known) {
    const answer = (await messagesOf(conversationId)).find((message) => message.parentId === input.id);
    if (known.conversationId !== conversationId || !answer?.runId)
      throw new AppError("conflict", "This message id is taken.", {
        mend: "Reload the page and send again.",
      });
    return { messageId: input.id, answerId: answer.id, runId: answer.runId };
  }
  const [messages, runs] = await Promise.all([messagesOf(conversationId), runsById(conversationId)]);
  if (input.parentId && !messages.some((message) => message.id === input.parentId)) {
    throw invalidInput("parentId", "parentId: names no message of this conversation.");
  }
  if ([...runs.values()].some((run) => run.status === "running")) {
    throw new AppError("conflict", "An answer is still being written in this conversation.", {
      mend: "Wait for it, or stop it first. Your text is kept.",
    });
  }
  const sentAt = now();
  const answerId = newId(sentAt);
  const runId = newId(sentAt);
  await transaction(async () => {
    await insertMessage({
      id: input.id,
      conversationId,
      parentId: input.parentId,
      role: "user",
      parts: [{ type: "text", text: input.text }],
      createdAt: sentAt,
      source: currentSource(),
    });
    await insertMessage({
      id: answerId,
      conversationId,
      parentId: input.id,
      role: "assistant",
      parts: [],
      runId,
      createdAt: new Date(sentAt.getTime() + 1),
      source: currentSource(),
    });
    await updateConversation(conversationId, {
      updatedAt: sentAt,
      ...(messages.length === 0 && conversation.title === "" ? { title: titleFrom(input.text) } : {}),
    });
    await startRun(viewer, {
      id: runId,
      conversationId,
      messageId: answerId,
      userMessageId: input.id,
      input: {
        text: input.text,
        ...memoryOf(branchTo(messages, input.parentId), runs),
        dataClass: dataClassSchema.parse(conversation.dataClass),
        modelAlias: conversation.modelAlias,
        toolId: conversation.toolId,
      },
    });
  });
  return { messageId: input.id, answerId, runId };
}
