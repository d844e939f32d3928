import { z } from "zod";
import { dataClassSchema } from "#lib/data-class.ts";
import { assistantPartSchema, runStatusSchema, runViewSchema } from "#lib/runs/schema.ts";
import { storableText } from "#lib/storable.ts";

/** Longest message in characters. */
export const longestMessage = 100_000;

export const messageInputSchema = z.strictObject({
  /** Made by the browser, so that two clicks make one message. */
  id: z.uuid(),
  text: z
    .string()
    .trim()
    .min(1, "Write something first.")
    .max(
      longestMessage,
      `A message holds at most ${longestMessage.toLocaleString("en")} characters. Shorten it, or send it in parts.`,
    )
    .transform(storableText),
  /** The message this one answers; null at the start of a conversation. */
  parentId: z.uuid().nullable(),
});
export type MessageInput = z.infer<typeof messageInputSchema>;

export const conversationSummarySchema = z.object({
  id: z.uuid(),
  title: z.string(),
  updatedAt: z.iso.datetime(),
  source: z.enum(["live", "sample"]),
  /** Status of the newest run, or null. */
  runStatus: runStatusSchema.nullable(),
});
export type ConversationSummary = z.infer<typeof conversationSummarySchema>;

export const messageViewSchema = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  role: z.enum(["user", "assistant"]),
  /** The person's own text; empty for answers. */
  text: z.string(),
  parts: z.array(assistantPartSchema),
  createdAt: z.iso.datetime(),
  source: z.enum(["live", "sample"]),
  run: runViewSchema.nullable(),
});
export type MessageView = z.infer<typeof messageViewSchema>;

export const conversationViewSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  dataClass: dataClassSchema,
  modelAlias: z.string().nullable(),
  tool: z.object({ slug: z.string(), name: z.string() }).nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  source: z.enum(["live", "sample"]),
  messages: z.array(messageViewSchema),
});
export type ConversationView = z.infer<typeof conversationViewSchema>;

export const starterSchema = z.object({ text: z.string(), toolSlug: z.string(), toolName: z.string() });
