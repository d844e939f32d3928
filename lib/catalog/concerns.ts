import { z } from "zod";
import { confirmationDays } from "#lib/ownership/confirmation.ts";

/** What may be wrong with a tool, most urgent first. */
export const concernKinds = [
  "blocked",
  "outage",
  "suspended",
  "unowned",
  "review-expired",
  "failing",
  "question-waiting",
  "review-expires-soon",
  "unconfirmed",
  "deprecated-in-use",
] as const;
export const concernKindSchema = z.enum(concernKinds);
export type ConcernKind = z.infer<typeof concernKindSchema>;

export const concernSchema = z.object({
  kind: concernKindSchema,
  tool: z.object({ slug: z.string(), name: z.string() }),
  /** The facts that the sentence on the screen is made of. */
  facts: z.object({
    /** Since when, or until when. */
    at: z.iso.datetime().nullable(),
    count: z.number().int().nullable(),
    share: z.number().nullable(),
    /** A kind of review, a reason, a successor: whatever is named. */
    name: z.string().nullable(),
  }),
});
export type Concern = z.infer<typeof concernSchema>;

/** What is known of one tool's health. */
export type HealthFacts = {
  readonly tool: { readonly slug: string; readonly name: string };
  readonly lifecycle: string;
  readonly blockedAt: Date | null;
  readonly blockedReason: string | null;
  readonly hasActiveOwner: boolean;
  readonly confirmedAt: Date | null;
  readonly successor: string | null;
  readonly calls: number;
  readonly successShare: number | null;
  /** The promised share of calls that succeed; null when nothing was promised. */
  readonly promisedShare: number | null;
  readonly reviews: readonly { readonly kind: string; readonly expiresAt: Date }[];
  readonly openQuestions: readonly { readonly askedAt: Date }[];
  /** Operations that are not called until their owner has reviewed what the other side changed. */
  readonly suspensions: readonly { readonly foundAt: Date }[];
  readonly openIncident: { readonly title: string; readonly startedAt: Date } | null;
};

const dayMs = 86_400_000;
const soonDays = 30;
/** Below this many calls a share of failures says little. */
const enoughCalls = 20;
const ordinaryPromise = 0.95;
const answerDays = 2;

/** Whether the owner's last confirmation still holds. */
export function isConfirmed(confirmedAt: Date | null, today: Date): boolean {
  return confirmedAt !== null && today.getTime() - confirmedAt.getTime() <= confirmationDays * dayMs;
}

/** What needs somebody's attention, most urgent first. Retired tools and drafts need none. */
export function concernsOf(facts: HealthFacts, today: Date): Concern[] {
  if (facts.lifecycle !== "published" && facts.lifecycle !== "deprecated") return [];
  const concerns: Concern[] = [];
  const add = (
    kind: ConcernKind,
    more: Partial<Omit<Concern["facts"], "at">> & { at?: Date | null } = {},
  ) => {
    const { at = null, count = null, share = null, name = null } = more;
    concerns.push({ kind, tool: facts.tool, facts: { at: at?.toISOString() ?? null, count, share, name } });
  };
  if (facts.blockedAt) add("blocked", { at: facts.blockedAt, name: facts.blockedReason });
  if (facts.openIncident) add("outage", { at: facts.openIncident.startedAt, name: facts.openIncident.title });
  if (facts.suspensions.length > 0) {
    const since = Math.min(...facts.suspensions.map(({ foundAt }) => foundAt.getTime()));
    add("suspended", { at: new Date(since), count: facts.suspensions.length });
  }
  if (!facts.hasActiveOwner) add("unowned");
  for (const review of facts.reviews) {
    const left = review.expiresAt.getTime() - today.getTime();
    if (left <= 0) add("review-expired", { at: review.expiresAt, name: review.kind });
    else if (left <= soonDays * dayMs)
      add("review-expires-soon", { at: review.expiresAt, name: review.kind });
  }
  const promised = facts.promisedShare ?? ordinaryPromise;
  if (facts.calls >= enoughCalls && facts.successShare !== null && facts.successShare < promised) {
    add("failing", { count: facts.calls, share: facts.successShare });
  }
  const waiting = facts.openQuestions.map(({ askedAt }) => askedAt.getTime());
  const oldest = Math.min(...waiting);
  if (today.getTime() - oldest > answerDays * dayMs) {
    add("question-waiting", { at: new Date(oldest), count: waiting.length });
  }
  if (facts.hasActiveOwner && !isConfirmed(facts.confirmedAt, today))
    add("unconfirmed", { at: facts.confirmedAt });
  if (facts.lifecycle === "deprecated" && facts.calls > 0) {
    add("deprecated-in-use", { count: facts.calls, name: facts.successor });
  }
  return sortConcerns(concerns);
}

/** Most urgent first; equal ones as they were. */
export function sortConcerns(concerns: readonly Concern[]): Concern[] {
  return concerns.toSorted((a, b) => concernKinds.indexOf(a.kind) - concernKinds.indexOf(b.kind));
}
