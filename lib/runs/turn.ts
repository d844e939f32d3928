import { z } from "zod";
import { dataClassSchema } from "#lib/data-class.ts";
import { routingDecisionSchema } from "#lib/routing/schema.ts";

/** The last call of the conversation, for "and for 4712?". */
export const lastCallFactsSchema = z.object({
  toolSlug: z.string(),
  operationName: z.string(),
  arguments: z.record(z.string(), z.unknown()),
  result: z.unknown().optional(),
  request: z.string(),
});

export const turnInputSchema = z.object({
  text: z.string(),
  /** Earlier turns on this branch, oldest first, as plain text. */
  history: z.array(z.object({ role: z.enum(["user", "assistant"]), text: z.string() })),
  lastCall: lastCallFactsSchema.nullable(),
  dataClass: dataClassSchema,
  modelAlias: z.string().nullable(),
  toolId: z.uuid().nullable(),
  /** The turn tries the draft of `toolId`. */
  withDraft: z.boolean().default(false),
});
export type TurnInput = z.infer<typeof turnInputSchema>;

/** A call that a model asked for, under the model's own id. */
export const wantedCallSchema = z.object({
  toolCallId: z.string(),
  toolName: z.string(),
  input: z.unknown(),
});

/** What is kept while a run waits for a person. */
export const turnStateSchema = z.object({
  input: turnInputSchema,
  driver: z.enum(["assistant", "model"]).nullable(),
  decision: routingDecisionSchema.nullable(),
  /** Place of the waiting call or form in the answer's parts. */
  waitingAt: z.number().int().nullable(),
  model: z
    .object({
      /** Messages in the AI SDK's own form. */
      messages: z.array(z.unknown()),
      step: z.number().int(),
      waiting: wantedCallSchema.nullable(),
      /** What an agent's earlier steps gave, when it is its last one that waits. */
      before: z.unknown().optional(),
      remaining: z.array(wantedCallSchema),
    })
    .nullable(),
});
export type TurnState = z.infer<typeof turnStateSchema>;
