import { z } from "zod";

/** Judged calls without which a share says too little; the gate about a promise waits for as many. */
export const fewestJudgedCalls = 20;

export const historyDays = 90;

/** Calls of one day that say something about the tool, and how many of them succeeded. */
export const serviceDaySchema = z.object({
  day: z.iso.date(),
  judged: z.number().int(),
  good: z.number().int(),
});
export type ServiceDay = z.infer<typeof serviceDaySchema>;

export const serviceHistorySchema = z.object({
  /** Oldest first and without gaps; the last is the day that is not over yet. */
  days: z.array(serviceDaySchema),
  timeZone: z.string(),
  hasSample: z.boolean(),
});
export type ServiceHistory = z.infer<typeof serviceHistorySchema>;

/** `good`: no call failed; `within`: some did, no more than promised; `over`: more; `none`: no calls. */
export const dayStates = ["good", "within", "over", "none"] as const;
export type DayState = (typeof dayStates)[number];

type Counted = { readonly judged: number; readonly good: number };

/** How a day went against a promise; where nothing is promised, nothing can be over. */
export function dayState({ judged, good }: Counted, promised: number | null): DayState {
  if (judged === 0) return "none";
  if (good >= judged) return "good";
  return promised !== null && good / judged < promised ? "over" : "within";
}

export const errorBudgetSchema = z.object({
  /** Calls that may fail under the promise; not whole, as the promise is a share. */
  allowed: z.number(),
  spent: z.number().int(),
  /** Below zero when more failed than may. */
  left: z.number(),
  /** Spent of allowed; null where a promise of everything allows none and some failed. */
  spentShare: z.number().nullable(),
  isOverspent: z.boolean(),
});
export type ErrorBudget = z.infer<typeof errorBudgetSchema>;

const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

/** What a promised share of success lets fail of these calls, and how much of that has failed. */
export function errorBudget({ judged, good }: Counted, promised: number): ErrorBudget {
  const allowed = rounded((1 - promised) * judged);
  const spent = judged - good;
  const left = rounded(allowed - spent);
  return {
    allowed,
    spent,
    left,
    spentShare: allowed > 0 ? spent / allowed : spent === 0 ? 0 : null,
    isOverspent: left < 0,
  };
}
