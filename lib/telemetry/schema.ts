import { z } from "zod";

/** `playground`: somebody tries a draft of their own tool, or `probe`: the portal tries it. Neither is use. */
export const channels = ["chat", "form", "api", "mcp", "probe", "playground"] as const;
export const channelSchema = z.enum(channels);
export type Channel = z.infer<typeof channelSchema>;

export type UsageInput = {
  readonly kind: "tool" | "model";
  readonly channel: Channel;
  readonly personId: string | null;
  readonly teamId: string | null;
  readonly domainId?: string | null;
  readonly toolId?: string | null;
  readonly versionId?: string | null;
  readonly operationName?: string | null;
  readonly modelId?: string | null;
  readonly outcome: "succeeded" | "failed" | "refused" | "timed-out" | "stopped";
  readonly errorCode?: string | null;
  readonly errorMessage?: string | null;
  readonly durationMs: number;
  readonly tokensIn?: number;
  readonly tokensOut?: number;
  /** Of the tokens in, those that the model server had already read. */
  readonly tokensCached?: number;
  /** Until the first word of the answer; null when none came. */
  readonly firstTokenMs?: number | null;
  readonly conversationId?: string | null;
  readonly runId?: string | null;
  readonly callId?: string | null;
};

/** Measured use of one tool in a window. Shares are 0..1, times in milliseconds; null without any call. */
export const toolUsageSchema = z.object({
  windowDays: z.number().int(),
  calls: z.number().int(),
  people: z.number().int(),
  /** Calls that say something about the tool: neither refused by a rule nor stopped by a person. */
  judgedCalls: z.number().int(),
  goodCalls: z.number().int(),
  /** Of the judged calls. */
  successShare: z.number().min(0).max(1).nullable(),
  p50Ms: z.number().nullable(),
  p95Ms: z.number().nullable(),
  /** Tokens that models used inside one use, in and out together; null where no use called a model. */
  tokensPerUse: z.object({ uses: z.number().int(), mean: z.number(), p95: z.number() }).nullable(),
  /** True when sample data of the demo company is part of the figures. */
  hasSample: z.boolean(),
});
export type ToolUsage = z.infer<typeof toolUsageSchema>;

export const noUsage: ToolUsage = {
  windowDays: 28,
  calls: 0,
  people: 0,
  judgedCalls: 0,
  goodCalls: 0,
  successShare: null,
  p50Ms: null,
  p95Ms: null,
  tokensPerUse: null,
  hasSample: false,
};

export const failureSchema = z.object({
  id: z.uuid(),
  occurredAt: z.iso.datetime(),
  operationName: z.string().nullable(),
  outcome: z.string(),
  errorCode: z.string().nullable(),
  errorMessage: z.string().nullable(),
  durationMs: z.number().int(),
  source: z.enum(["live", "sample"]),
});
export type Failure = z.infer<typeof failureSchema>;

/** People and calls per week, oldest first; `day` is the week's Monday. */
export type WeeklyUse = readonly { readonly day: string; readonly people: number; readonly calls: number }[];

export type OperationUse = {
  readonly name: string;
  readonly calls: number;
  readonly failed: number;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
};

/** Calls per day, oldest first; `day` is a day of the portal. */
export const dailyUseSchema = z.array(
  z.object({ day: z.iso.date(), calls: z.number().int(), failed: z.number().int() }),
);
export type DailyUse = z.infer<typeof dailyUseSchema>;
