import { z } from "zod";
import { answerPartSchema } from "#lib/models/extractive/schema.ts";
import { routingDecisionSchema } from "#lib/routing/schema.ts";
import { toolCallStatuses, toolErrorSchema, toolResultSchema } from "#lib/tools/outcome.ts";

/** `waiting-approval` and `waiting-input` may last for days; the last four are ends. */
export const runStatuses = [
  "running",
  "waiting-approval",
  "waiting-input",
  "completed",
  "failed",
  "stopped",
  "interrupted",
] as const;
export const runStatusSchema = z.enum(runStatuses);
export type RunStatus = z.infer<typeof runStatusSchema>;

export function isFinished(status: RunStatus): boolean {
  return ["completed", "failed", "stopped", "interrupted"].includes(status);
}

export const callStatusSchema = z.enum([...toolCallStatuses, "waiting-approval", "running", "declined"]);

/** One tool call as the thread shows it. */
export const callPartSchema = z.object({
  type: z.literal("call"),
  callId: z.uuid(),
  toolId: z.uuid(),
  toolSlug: z.string(),
  toolName: z.string(),
  toolKind: z.string(),
  ownerTeam: z.string().nullable(),
  operationName: z.string(),
  title: z.string(),
  status: callStatusSchema,
  arguments: z.record(z.string(), z.unknown()),
  /** Set while the person is asked: what the card needs to show and edit. */
  inputSchema: z.unknown().optional(),
  isDestructive: z.boolean(),
  result: toolResultSchema.nullable(),
  error: toolErrorSchema.nullable(),
  durationMs: z.number().nullable(),
  /** The call runs as a step of this call of an agent. */
  parentCallId: z.uuid().nullable(),
  /** Sentence about what was repeated or changed, when the request was a follow-up. */
  note: z.string().nullable(),
});
export type CallPart = z.infer<typeof callPartSchema>;

/** A form in the thread, filled as far as the request named values. */
export const formPartSchema = z.object({
  type: z.literal("form"),
  formId: z.uuid(),
  state: z.enum(["open", "sent", "dismissed"]),
  toolId: z.uuid(),
  toolSlug: z.string(),
  toolName: z.string(),
  operationName: z.string(),
  title: z.string(),
  inputSchema: z.unknown(),
  filled: z.record(z.string(), z.unknown()),
  /** Paths and the words they were filled from. */
  filledFrom: z.record(z.string(), z.string()),
  missing: z.array(z.string()),
  doubtful: z.array(
    z.object({
      path: z.string(),
      sentence: z.string(),
      choices: z.array(z.object({ value: z.unknown(), label: z.string() })),
    }),
  ),
});
export type FormPart = z.infer<typeof formPartSchema>;

export const textPartSchema = z.object({
  type: z.literal("markdown"),
  text: z.string(),
});

export const noticePartSchema = z.object({
  type: z.literal("notice"),
  tone: z.enum(["info", "caution", "danger"]),
  text: z.string(),
  mend: z.string().nullable(),
  action: z.object({ label: z.string(), href: z.string() }).nullable(),
});
export type NoticePart = z.infer<typeof noticePartSchema>;

/** How the answer was made; the thread says it in words. */
export const madeBySchema = z.object({
  type: z.literal("made-by"),
  how: z.enum(["quoted", "model", "no-model"]),
  /** Name of the model or tool. */
  name: z.string(),
  /** Models that were asked before it and gave no answer. */
  notAnswered: z.array(z.object({ name: z.string(), reason: z.string() })).default([]),
  /** Models that wrote the beginning, where another one went on. */
  begunBy: z.array(z.string()).default([]),
});
export type MadeBy = z.infer<typeof madeBySchema>;

/** A quoted or computed part; a passage knows where its document is read, and who verified it. */
export const answerViewPartSchema = z.object({
  type: z.literal("answer"),
  part: answerPartSchema,
  href: z.string().nullable(),
  verifiedBy: z.string().nullable(),
});

export const assistantPartSchema = z.discriminatedUnion("type", [
  textPartSchema,
  callPartSchema,
  formPartSchema,
  noticePartSchema,
  madeBySchema,
  answerViewPartSchema,
]);
export type AssistantPart = z.infer<typeof assistantPartSchema>;

/** Closed schema of what a run's log holds. `at` is the place of a part in the message. */
export const runEventPayloadSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("status"),
    status: runStatusSchema,
    waitingFor: z.string().nullable(),
    error: z.object({ message: z.string(), mend: z.string().nullable() }).nullable(),
  }),
  z.object({ kind: z.literal("decision"), decision: routingDecisionSchema }),
  z.object({ kind: z.literal("part"), at: z.number().int().min(0), part: assistantPartSchema }),
  z.object({ kind: z.literal("text"), at: z.number().int().min(0), delta: z.string() }),
]);
export type RunEventPayload = z.infer<typeof runEventPayloadSchema>;

export const runEventSchema = z.object({ sequence: z.number().int(), payload: runEventPayloadSchema });
export type RunEvent = z.infer<typeof runEventSchema>;

export const runViewSchema = z.object({
  id: z.uuid(),
  conversationId: z.uuid(),
  messageId: z.uuid(),
  status: runStatusSchema,
  modelName: z.string().nullable(),
  decision: routingDecisionSchema.nullable(),
  /** Why it failed or was interrupted. */
  error: z.object({ message: z.string(), mend: z.string().nullable() }).nullable(),
  lastSequence: z.number().int(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type RunView = z.infer<typeof runViewSchema>;
