import { z } from "zod";
import { releasedSchema } from "#lib/publishing/schema.ts";
import { contractStateSchema } from "#lib/publishing/watch/contract-state.ts";

/** What the owner does about a suspended operation; `remove` is for one that is gone. */
export const suspensionDecisionSchema = z.enum(["accept", "keep", "remove"]);
export type SuspensionDecision = z.infer<typeof suspensionDecisionSchema>;

/** An owner's answer to what was found on the other side. */
export const answerSuspensionSchema = z.strictObject({
  decision: suspensionDecisionSchema,
  /** The hash of what the owner looked at; null for an operation that is gone. */
  afterHash: z.string().max(100).nullable(),
  /** Release notes; with `keep` the reason, for the trail. */
  notes: z
    .string()
    .trim()
    .min(3, "Say in a sentence what you decided, for the people who use the tool.")
    .max(2000, "At most 2,000 characters."),
});
export type AnswerSuspension = z.infer<typeof answerSuspensionSchema>;

export const answeredSuspensionSchema = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("kept") }),
  z.object({ outcome: z.literal("released"), released: releasedSchema }),
]);
export type AnsweredSuspension = z.infer<typeof answeredSuspensionSchema>;

export const checkedContractsSchema = z.object({
  checked: z.array(
    z.object({
      contractId: z.uuid(),
      state: contractStateSchema,
      suspended: z.array(z.string()),
      returned: z.array(z.string()),
    }),
  ),
});
export type CheckedContracts = z.infer<typeof checkedContractsSchema>;
