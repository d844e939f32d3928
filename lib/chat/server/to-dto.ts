import "server-only";
import { z } from "zod";
import { type MessageView, messageViewSchema } from "#lib/chat/schema.ts";
import type { MessageRow } from "#lib/chat/server/repository.ts";
import { assistantPartSchema, type RunView, runViewSchema } from "#lib/runs/schema.ts";
import type { RunRow } from "#lib/runs/server/run-rows.ts";

export const userPartsSchema = z.array(z.object({ type: z.literal("text"), text: z.string() }));
export const answerPartsSchema = z.array(assistantPartSchema);

export function textOfUser(row: MessageRow): string {
  return userPartsSchema
    .parse(row.parts)
    .map((part) => part.text)
    .join("\n");
}

export function toRunView(row: RunRow): RunView {
  return runViewSchema.parse({
    ...row,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  });
}

export function toMessageView(row: MessageRow, run: RunRow | undefined): MessageView {
  return messageViewSchema.parse({
    id: row.id,
    parentId: row.parentId,
    role: row.role,
    text: row.role === "user" ? textOfUser(row) : "",
    parts: run ? run.parts : [],
    createdAt: row.createdAt.toISOString(),
    source: row.source,
    run: run ? toRunView(run) : null,
  });
}
