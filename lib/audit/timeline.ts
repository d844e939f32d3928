import { z } from "zod";
import { outcomeSchema, sourceSchema } from "#lib/audit/schema.ts";

/** What a timeline of one thing may be narrowed to. */
export const timelineKinds = ["all", "changes", "trust", "voices", "calls", "refusals"] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** Families end with a full stop and hold all their types, but for those that another kind names itself. */
type Narrowing = { readonly of: readonly string[]; readonly not: readonly string[] };

const aboutPeople = ["tool.called", "approval.", "policy.", "rating."] as const;
/** What somebody keeps for themselves, and calls, which would leave no room for anything else. */
const leftOut = ["favourite.", "saved-input.", "tool.call-started", "tool.called", "approval."] as const;

export const timelineTypes: Readonly<Record<TimelineKind, Narrowing>> = {
  all: { of: [], not: leftOut },
  changes: {
    of: ["tool.", "incident.", "operation.", "contract."],
    not: ["tool.called", "tool.call-started"],
  },
  trust: { of: ["review.", "docs.", "trust."], not: [] },
  voices: { of: ["question.", "rating."], not: [] },
  calls: { of: ["tool.called", "approval."], not: [] },
  refusals: { of: ["policy.refused"], not: [] },
};

/** Whether an event tells of one person's use or opinion, which is not for the people who answer for a tool. */
export function tellsOfPerson(type: string): boolean {
  return aboutPeople.some((name) => (name.endsWith(".") ? type.startsWith(name) : type === name));
}

export const timelineEventSchema = z.object({
  id: z.uuid(),
  type: z.string(),
  occurredAt: z.iso.datetime(),
  sentence: z.string(),
  outcome: outcomeSchema,
  reason: z.string().nullable(),
  source: sourceSchema,
});
export type TimelineEvent = z.infer<typeof timelineEventSchema>;

export const timelinePageSchema = z.object({
  events: z.array(timelineEventSchema),
  /** The id to go on from; null at the first event. */
  nextCursor: z.uuid().nullable(),
});
export type TimelinePage = z.infer<typeof timelinePageSchema>;
