import { z } from "zod";

export const outcomes = ["succeeded", "refused", "failed", "intended"] as const;
export const outcomeSchema = z.enum(outcomes);
export const actorKinds = ["person", "system", "anonymous"] as const;
export const sourceSchema = z.enum(["live", "sample"]);

/** Who did it. The trail keeps the name as it was. */
export type Actor =
  | { readonly kind: "person"; readonly id: string; readonly name: string }
  | { readonly kind: "system"; readonly name: string }
  | { readonly kind: "anonymous"; readonly name: string };

export type Target = { readonly kind: string; readonly id: string; readonly name: string };

/** What a domain hands over; each domain declares its own `type`s, this is only the envelope. */
export type AuditEventInput = {
  /** `resource.past-tense`, such as `tool.published`. */
  readonly type: string;
  readonly actor: Actor;
  readonly target?: Target;
  readonly domainId?: string | null;
  readonly outcome?: z.infer<typeof outcomeSchema>;
  /** Why, in a sentence: the refusal's reason, or the reason a person gave for a change. */
  readonly reason?: string;
  readonly ruleIds?: readonly string[];
  readonly conversationId?: string;
  readonly runId?: string;
  readonly callId?: string;
  readonly changes?: { readonly before: unknown; readonly after: unknown };
  /** JSON facts; hashes instead of bodies, never secrets or prompt text. */
  readonly details?: Readonly<Record<string, unknown>>;
};

export const auditEventSchema = z.object({
  id: z.uuid(),
  type: z.string(),
  occurredAt: z.iso.datetime(),
  actor: z.object({ kind: z.enum(actorKinds), id: z.uuid().nullable(), name: z.string() }),
  target: z.object({ kind: z.string(), id: z.string(), name: z.string() }).nullable(),
  domainId: z.uuid().nullable(),
  outcome: outcomeSchema,
  reason: z.string().nullable(),
  ruleIds: z.array(z.string()),
  requestId: z.string().nullable(),
  conversationId: z.uuid().nullable(),
  runId: z.uuid().nullable(),
  callId: z.uuid().nullable(),
  sourceIp: z.string().nullable(),
  sourceClient: z.string().nullable(),
  source: sourceSchema,
  changes: z.object({ before: z.unknown(), after: z.unknown() }).nullable(),
  details: z.record(z.string(), z.unknown()).nullable(),
  leafHash: z.string(),
});
export type AuditEventDto = z.infer<typeof auditEventSchema>;

export const auditFilterSchema = z.object({
  actorId: z.uuid().optional(),
  /** A type such as `tool.called`, or a family such as `tool.` */
  type: z.string().max(80).optional(),
  targetId: z.string().max(80).optional(),
  outcome: outcomeSchema.optional(),
  source: sourceSchema.optional(),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  runId: z.uuid().optional(),
  conversationId: z.uuid().optional(),
  domainId: z.uuid().optional(),
  ruleId: z.uuid().optional(),
  requestId: z.string().max(64).optional(),
  /** `hidden` leaves out that somebody read or exported the trail. */
  reads: z.enum(["shown", "hidden"]).optional(),
  /** Free words, matched against names, types and reasons; a whole id is matched against every id of an event. */
  words: z.string().max(200).optional(),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

/** What a reader is told at most of how many events match; counting on would cost more than it says. */
export const countedAtMost = 10_000;

export const auditPageSchema = z.object({
  events: z.array(auditEventSchema),
  /** At most `countedAtMost`; then `hasMore` says that there are more. */
  total: z.number().int(),
  hasMore: z.boolean(),
  nextCursor: z.uuid().nullable(),
});
export type AuditPage = z.infer<typeof auditPageSchema>;

/** What may stand around an event: its run, its conversation, its actor, its target, or simply the time. */
export const contextKinds = ["run", "conversation", "target", "actor", "time"] as const;
export type ContextKind = (typeof contextKinds)[number];

export const eventInContextSchema = z.object({
  event: auditEventSchema,
  /** Oldest first: what led to it and what followed. */
  before: z.array(auditEventSchema),
  after: z.array(auditEventSchema),
  contextBy: z.enum(contextKinds),
  /** The contexts that this event can be seen in. */
  contexts: z.array(z.enum(contextKinds)),
  /** The exact bytes that were hashed, as text, and whether the stored hash is theirs. */
  canonical: z.string(),
  isIntact: z.boolean(),
});
export type EventInContext = z.infer<typeof eventInContextSchema>;

export const filterChoicesSchema = z.object({
  types: z.array(z.string()),
  actors: z.array(z.object({ id: z.uuid(), name: z.string() })),
  targets: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string() })),
});
export type FilterChoices = z.infer<typeof filterChoicesSchema>;

export const histogramSchema = z.object({
  bucketSeconds: z.number().int(),
  buckets: z.array(
    z.object({
      start: z.iso.datetime(),
      total: z.number().int(),
      refused: z.number().int(),
      failed: z.number().int(),
    }),
  ),
});
export type AuditHistogram = z.infer<typeof histogramSchema>;
