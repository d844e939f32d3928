import { z } from "zod";

export const toolCallStatuses = ["succeeded", "failed", "refused", "timed-out", "stopped"] as const;
export type ToolCallStatus = (typeof toolCallStatuses)[number];

/** Why a tool call gave no result: a closed list, so that failures can be counted by reason. */
export const toolErrorCodes = [
  "invalid-arguments",
  "refused",
  "egress-refused",
  "credentials-missing",
  "credentials-refused",
  "not-found",
  "rejected-by-tool",
  "rate-limited",
  "tool-failed",
  "tool-unreachable",
  "tool-timeout",
  "unreadable-result",
  "result-too-large",
  "contract-changed",
  "paused-after-failures",
  "missing-value",
  "stopped",
  "internal",
] as const;
export type ToolErrorCode = (typeof toolErrorCodes)[number];

/** What came back: `content` is JSON, or text cut at the limit when `truncated`. `bytes` is the full size seen. */
export const toolResultSchema = z.strictObject({
  content: z.unknown(),
  truncated: z.boolean(),
  bytes: z.int().nonnegative(),
  contentType: z.string(),
});
export type ToolResult = z.infer<typeof toolResultSchema>;

/** `message` says what happened and `mend` what the reader can do about it. */
export const toolErrorSchema = z.strictObject({
  code: z.enum(toolErrorCodes),
  message: z.string(),
  mend: z.string(),
  /** Fields of the input that were refused; `path` is a JSON pointer. */
  fields: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
  /** HTTP status of the tool's answer, where there was one. */
  status: z.int().optional(),
});
export type ToolError = z.infer<typeof toolErrorSchema>;

/** How one call of an operation ended. Times are in milliseconds. */
export const toolCallOutcomeSchema = z.strictObject({
  status: z.enum(toolCallStatuses),
  result: toolResultSchema.optional(),
  error: toolErrorSchema.optional(),
  warnings: z.array(z.string()).optional(),
  /** The whole text of a truncated result (up to 4 MB), to be stored apart and read by page. */
  overflow: z.string().optional(),
  durationMs: z.number().nonnegative(),
  attempts: z.int().nonnegative(),
  /** What models used inside this call, as they told it. */
  tokens: z.strictObject({ in: z.int().nonnegative(), out: z.int().nonnegative() }).optional(),
});
export type ToolCallOutcome = z.infer<typeof toolCallOutcomeSchema>;
