import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { createConversation } from "#lib/chat/server/manage-conversation.ts";
import { sendMessage } from "#lib/chat/server/send-message.ts";
import type { DataClass } from "#lib/data-class.ts";
import { db } from "#lib/db/client.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { emptyRun, foldEvent, type RunState } from "#lib/runs/fold-events.ts";
import {
  type AssistantPart,
  assistantPartSchema,
  type CallPart,
  type NoticePart,
  type RunEvent,
  runEventPayloadSchema,
} from "#lib/runs/schema.ts";

export type Asked = {
  readonly conversationId: string;
  readonly messageId: string;
  readonly answerId: string;
  readonly runId: string;
};

type Where = {
  readonly conversationId?: string;
  readonly parentId?: string | null;
  readonly messageId?: string;
  readonly modelAlias?: string;
  readonly tool?: string;
  readonly dataClass?: DataClass;
};

/** Sends a message, into a new conversation unless told, and returns while the answer is being written. */
export async function ask(viewer: Viewer, text: string, where: Where = {}): Promise<Asked> {
  const { modelAlias, tool, dataClass } = where;
  const conversationId =
    where.conversationId ??
    (
      await createConversation(viewer, {
        ...(modelAlias ? { modelAlias } : {}),
        ...(tool ? { tool } : {}),
        ...(dataClass ? { dataClass } : {}),
      })
    ).id;
  const sent = await sendMessage(viewer, conversationId, {
    id: where.messageId ?? newId(),
    text,
    parentId: where.parentId ?? null,
  });
  return { conversationId, ...sent };
}

export async function runRow(runId: string) {
  const row = await db().run.findUniqueOrThrow({ where: { id: runId } });
  return { ...row, parts: assistantPartSchema.array().parse(row.parts) };
}

/** Waits until a run is no longer at work: it has ended, or it waits for the person. */
export async function rested(runId: string, limitMs = 15_000): Promise<Awaited<ReturnType<typeof runRow>>> {
  const end = performance.now() + limitMs;
  for (;;) {
    const row = await runRow(runId);
    if (row.status !== "running") return row;
    if (performance.now() > end)
      throw new Error(`The run is still at work after ${limitMs} ms: ${JSON.stringify(row.parts)}`);
    await pause(10);
  }
}

export async function askAndWait(viewer: Viewer, text: string, where: Where = {}) {
  const asked = await ask(viewer, text, where);
  return { ...asked, run: await rested(asked.runId) };
}

export async function logOf(runId: string): Promise<RunEvent[]> {
  const rows = await db().runEvent.findMany({
    where: { runId },
    orderBy: [{ sequence: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({ sequence: row.sequence, payload: runEventPayloadSchema.parse(row.payload) }));
}

export function fold(events: readonly RunEvent[]): RunState {
  return events.reduce((state, event) => foldEvent(state, event.sequence, event.payload), emptyRun);
}

/** Types and outcomes of the trail of a run, oldest first. */
export async function trailOf(runId: string): Promise<string[]> {
  const rows = await db().auditEvent.findMany({ where: { runId }, orderBy: { id: "asc" } });
  return rows.map((row) => `${row.type} ${row.outcome}`);
}

export function textIn(parts: readonly AssistantPart[]): string {
  return parts.flatMap((part) => (part.type === "markdown" ? part.text : [])).join("\n");
}

export function callsIn(parts: readonly AssistantPart[]): CallPart[] {
  return parts.filter((part) => part.type === "call");
}

export function noticesIn(parts: readonly AssistantPart[]): NoticePart[] {
  return parts.filter((part) => part.type === "notice");
}

/** The card that a resting run shows. */
export function cardIn(parts: readonly AssistantPart[]): CallPart {
  const card = callsIn(parts).find((part) => part.status === "waiting-approval");
  if (!card) throw new Error(`There is no card: ${JSON.stringify(parts)}`);
  return card;
}
