import "server-only";
import { z } from "zod";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { requireUsableTool } from "#lib/catalog/server/require-usable-tool.ts";
import {
  deletedConversation,
  insertConversation,
  ownConversation,
  updateConversation,
} from "#lib/chat/server/repository.ts";
import { currentSource, now } from "#lib/clock.ts";
import { dataClassSchema } from "#lib/data-class.ts";
import { transaction } from "#lib/db/transaction.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";

export const newConversationSchema = z.strictObject({
  /** Slug of the tool that this conversation is with; left out, Weft chooses. */
  tool: z.string().max(80).nullable().optional(),
  dataClass: dataClassSchema.optional(),
  modelAlias: z.string().max(80).nullable().optional(),
});

export const conversationChangeSchema = z.strictObject({
  title: z.string().trim().min(1, "Write a title.").max(120, "Use at most 120 characters.").optional(),
  tool: z.string().max(80).nullable().optional(),
  dataClass: dataClassSchema.optional(),
  modelAlias: z.string().max(80).nullable().optional(),
});

/** Starts an empty conversation; its title comes from the first message. */
export async function createConversation(
  viewer: Viewer,
  input: z.infer<typeof newConversationSchema>,
): Promise<{ id: string }> {
  const tool = input.tool ? await requireUsableTool(viewer, input.tool) : null;
  const createdAt = now();
  const id = newId(createdAt);
  await insertConversation({
    id,
    personId: viewer.id,
    title: "",
    toolId: tool?.id ?? null,
    dataClass: input.dataClass ?? "internal",
    modelAlias: input.modelAlias ?? null,
    createdAt,
    updatedAt: createdAt,
    source: currentSource(),
  });
  return { id };
}

export async function changeConversation(
  viewer: Viewer,
  id: string,
  input: z.infer<typeof conversationChangeSchema>,
): Promise<void> {
  const row = await ownConversation(viewer.id, id);
  if (!row) throw notFound("The conversation");
  if (row.withDraft && input.tool !== undefined)
    throw new AppError("conflict", "This conversation tries the draft of one tool and stays with it.", {
      mend: "Begin a new conversation to use another tool.",
    });
  const tool = input.tool ? await requireUsableTool(viewer, input.tool) : null;
  await updateConversation(id, {
    ...(input.title === undefined ? {} : { title: input.title }),
    ...(input.dataClass === undefined ? {} : { dataClass: input.dataClass }),
    ...(input.modelAlias === undefined ? {} : { modelAlias: input.modelAlias }),
    ...(input.tool === undefined ? {} : { toolId: tool?.id ?? null }),
  });
}

/** Hides a conversation from its person; `restoreConversation` brings it back. The trail keeps both. */
export async function deleteConversation(viewer: Viewer, id: string): Promise<void> {
  const row = await ownConversation(viewer.id, id);
  if (!row) throw notFound("The conversation");
  await transaction(async () => {
    await updateConversation(id, { deletedAt: now() });
    await recordEvent({
      type: "conversation.deleted",
      actor: { kind: "person", id: viewer.id, name: viewer.name },
      target: { kind: "conversation", id, name: "Conversation" },
      conversationId: id,
    });
  });
}

/** Brings back a conversation that its person deleted. */
export async function restoreConversation(viewer: Viewer, id: string): Promise<void> {
  if (!(await deletedConversation(viewer.id, id))) throw notFound("The conversation");
  await transaction(async () => {
    await updateConversation(id, { deletedAt: null });
    await recordEvent({
      type: "conversation.restored",
      actor: { kind: "person", id: viewer.id, name: viewer.name },
      target: { kind: "conversation", id, name: "Conversation" },
      conversationId: id,
    });
  });
}
