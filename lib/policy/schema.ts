import { z } from "zod";
import type { dataClassSchema } from "#lib/data-class.ts";

export const policyActions = [
  "discover",
  "use",
  "call",
  "callModel",
  "edit",
  "approve",
  "curate",
  "administer",
  "readAudit",
] as const;
export type PolicyAction = (typeof policyActions)[number];

/** The actions that a rule may speak of; `call` follows `use`. The others hang on role and ownership. */
export const ruleActions = ["discover", "use", "callModel"] as const;
export const ruleEffects = ["only", "forbid"] as const;
export const subjectKinds = ["everyone", "domain", "team", "role", "person"] as const;
export const resourceKinds = ["every-tool", "domain", "tool", "model"] as const;

export const policyRuleSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  /** Shown to the person whom the rule stops. */
  reason: z.string(),
  /** `only`: nobody but the subjects; `forbid`: everybody but the subjects. */
  effect: z.enum(ruleEffects),
  actions: z.array(z.enum(ruleActions)),
  subjectKind: z.enum(subjectKinds),
  /** Ids of domains, teams or people, or names of roles. Empty for `everyone`. */
  subjectIds: z.array(z.string()),
  resourceKind: z.enum(resourceKinds),
  resourceId: z.string().nullable(),
  /** Whom to ask, in words. */
  contact: z.string(),
  isActive: z.boolean(),
  revision: z.number().int(),
});
export type PolicyRule = z.infer<typeof policyRuleSchema>;

/** A rule as it is shown: in a sentence, with the names of those and that which it speaks of. */
export const ruleViewSchema = policyRuleSchema.extend({
  sentence: z.string(),
  subjects: z.array(z.object({ id: z.string(), name: z.string() })),
  resource: z.object({ id: z.string(), name: z.string() }).nullable(),
  owner: z.string().nullable(),
  reviewAt: z.iso.datetime().nullable(),
  updatedAt: z.iso.datetime(),
});
export type RuleView = z.infer<typeof ruleViewSchema>;

/** What policy knows of a person. */
export type PolicySubject = {
  readonly id: string;
  readonly roles: readonly string[];
  readonly teamId: string | null;
  readonly domainId: string | null;
  readonly leadOf: readonly string[];
};

export type ToolFacts = {
  readonly kind: "tool";
  readonly id: string;
  readonly name: string;
  readonly domainId: string;
  readonly teamId: string | null;
  readonly ownerId: string | null;
  readonly deputyId: string | null;
  readonly createdById: string | null;
  readonly audience: string;
  readonly lifecycle: string;
  readonly isBlocked: boolean;
  readonly blockedReason: string | null;
  /** What to use instead of a deprecated or retired tool. */
  readonly successorName?: string | null;
  /** The highest class of content that the tool may receive. */
  readonly dataClass: z.infer<typeof dataClassSchema>;
};

export type ModelFacts = {
  readonly kind: "model";
  readonly id: string;
  readonly name: string;
  readonly dataClassCeiling: z.infer<typeof dataClassSchema>;
  readonly isActive: boolean;
};

/** Tools put together for a purpose: of a domain, or of the whole company. */
export type CollectionFacts = {
  readonly kind: "collection";
  readonly id: string;
  readonly name: string;
  readonly domainId: string | null;
};

export type PortalFacts = { readonly kind: "portal" };
export type PolicyResource = ToolFacts | ModelFacts | CollectionFacts | PortalFacts;

export type PolicyContext = {
  /** Class of the content that is about to be handed over. */
  readonly dataClass?: z.infer<typeof dataClassSchema>;
  /** Who made the change that is to be approved. */
  readonly changedById?: string;
};

export const decisionSchema = z.object({
  allowed: z.boolean(),
  /** A sentence for the person concerned. */
  reason: z.string(),
  basis: z.enum([
    "allowed",
    "audience",
    "rule",
    "blocked",
    "lifecycle",
    "data-class",
    "role",
    "own-change",
    "inactive",
  ]),
  /** Ids of the deciding rules, sorted. */
  ruleIds: z.array(z.string()),
  /** Whom to ask, or null. */
  contact: z.string().nullable(),
});
export type Decision = z.infer<typeof decisionSchema>;
