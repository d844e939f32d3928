import "server-only";
import { db } from "#lib/db/client.ts";
import { afterCursor } from "#lib/db/pagination.ts";
import type { Prisma } from "#prisma/generated/client.ts";

const conversationColumns = {
  id: true,
  title: true,
  toolId: true,
  modelAlias: true,
  withDraft: true,
  dataClass: true,
  createdAt: true,
  updatedAt: true,
  source: true,
} as const satisfies Prisma.ConversationSelect;

export type ConversationRow = Prisma.ConversationGetPayload<{ select: typeof conversationColumns }>;

/** A conversation of this person; anybody else's, or a deleted one, is null. */
export async function ownConversation(personId: string, id: string): Promise<ConversationRow | null> {
  return db().conversation.findFirst({
    where: { id, personId, deletedAt: null },
    select: conversationColumns,
  });
}

export async function deletedConversation(personId: string, id: string): Promise<ConversationRow | null> {
  return db().conversation.findFirst({
    where: { id, personId, deletedAt: { not: null } },
    select: conversationColumns,
  });
}

export async function insertConversation(data: Prisma.ConversationUncheckedCreateInput): Promise<void> {
  await db().conversation.create({ data, select: { id: true } });
}

export async function updateConversation(
  id: string,
  data: Prisma.ConversationUncheckedUpdateInput,
): Promise<void> {
  await db().conversation.update({ where: { id }, data, select: { id: true } });
}

/**
 * Marks a conversation of this person as used, and locks it until the transaction ends; false when there is none, or a
 * deleted one.
 */
export async function touchConversation(personId: string, id: string, updatedAt: Date): Promise<boolean> {
  const { count } = await db().conversation.updateMany({
    where: { id, personId, deletedAt: null },
    data: { updatedAt },
  });
  return count === 1;
}

/** Newest first, without those that try a draft. Throws `invalid-input` for a cursor that is none of this list. */
export async function conversationsOf(
  personId: string,
  query: { readonly words: string | undefined; readonly cursor: string | undefined; readonly limit: number },
): Promise<ConversationRow[]> {
  const { words, cursor, limit } = query;
  return db().conversation.findMany({
    where: {
      personId,
      deletedAt: null,
      withDraft: false,
      ...(words ? { title: { contains: words, mode: "insensitive" } } : {}),
      ...afterCursor(cursor, "updatedAt", "desc", (value) => new Date(String(value))),
    },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: limit,
    select: conversationColumns,
  });
}

/** Status of the newest run of each conversation. */
export async function newestRunStatus(
  conversationIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db().run.findMany({
    where: { conversationId: { in: [...conversationIds] } },
    orderBy: { startedAt: "desc" },
    distinct: ["conversationId"],
    select: { conversationId: true, status: true },
  });
  return new Map(rows.map((row) => [row.conversationId, row.status]));
}

const messageColumns = {
  id: true,
  conversationId: true,
  parentId: true,
  role: true,
  parts: true,
  runId: true,
  createdAt: true,
  source: true,
} as const satisfies Prisma.MessageSelect;

export type MessageRow = Prisma.MessageGetPayload<{ select: typeof messageColumns }>;

export async function messagesOf(conversationId: string): Promise<MessageRow[]> {
  return db().message.findMany({
    where: { conversationId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: messageColumns,
  });
}

export async function messageById(id: string): Promise<MessageRow | null> {
  return db().message.findUnique({ where: { id }, select: messageColumns });
}

export async function insertMessage(data: Prisma.MessageUncheckedCreateInput): Promise<void> {
  await db().message.create({ data, select: { id: true } });
}
