import { z } from "zod";
import { decisionSchema } from "#lib/policy/schema.ts";

/** The answer to *may this person use this tool, and why*. */
export const accessAnswerSchema = z.object({
  person: z.object({
    id: z.uuid(),
    name: z.string(),
    isActive: z.boolean(),
    teamName: z.string().nullable(),
    domainName: z.string().nullable(),
    roles: z.array(z.string()),
  }),
  tool: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
  discover: decisionSchema,
  use: decisionSchema,
  /** Every rule in force that speaks of this tool, and whether it stops this person. */
  rules: z.array(z.object({ id: z.uuid(), title: z.string(), sentence: z.string(), stops: z.boolean() })),
});
export type AccessAnswer = z.infer<typeof accessAnswerSchema>;

/** Whom a rule would stop, or let in again, if it were as written. */
export const ruleEffectSchema = z.object({
  /** Active people in all. */
  people: z.number().int(),
  tools: z.number().int(),
  /** People who lose at least one tool or model that they have now. */
  stopped: z.number().int(),
  /** People who gain at least one that they do not have now. */
  admitted: z.number().int(),
  /** A few of them by name. */
  stoppedNames: z.array(z.string()),
  admittedNames: z.array(z.string()),
});
export type RuleEffect = z.infer<typeof ruleEffectSchema>;

export const blockedToolSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  blockedAt: z.iso.datetime(),
  reason: z.string(),
});
export type BlockedTool = z.infer<typeof blockedToolSchema>;

export const blockInputSchema = z.strictObject({
  reason: z
    .string()
    .trim()
    .min(10, "Say why in at least 10 characters. Everybody who tries to use the tool reads it.")
    .max(300),
});
export const unblockInputSchema = z.strictObject({
  reason: z.string().trim().min(3, "Say why, in a few words.").max(300),
});
