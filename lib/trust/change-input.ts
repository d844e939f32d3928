import { z } from "zod";
import { exemptibleGates } from "#lib/trust/facts.ts";
import { trustComponentSchema } from "#lib/trust/schema.ts";
import { trustSettingsSchema } from "#lib/trust/settings.ts";

const reason = z
  .string()
  .trim()
  .min(10, "Say why, in at least 10 characters.")
  .max(2000, "Write at most 2,000 characters.");

export const disputeInputSchema = z.strictObject({ component: trustComponentSchema, text: reason });
export type DisputeInput = z.infer<typeof disputeInputSchema>;

export const settlementOutcomes = ["upheld", "rejected"] as const;
export const settlementInputSchema = z.strictObject({
  outcome: z.enum(settlementOutcomes),
  settlement: reason,
});
export type SettlementInput = z.infer<typeof settlementInputSchema>;

export const longestExemptionDays = 90;
export const exemptionInputSchema = z.strictObject({
  gate: z.enum(exemptibleGates),
  reason,
  expiresAt: z.iso.datetime(),
});
export type ExemptionInput = z.infer<typeof exemptionInputSchema>;
export const endExemptionSchema = z.strictObject({ reason });

export const settingsInputSchema = z.strictObject({
  settings: trustSettingsSchema,
  reason,
  /** The id of the settings that these were made from, so that nobody overwrites a change unseen; null: the standard. */
  basedOn: z.uuid().nullable(),
});
export type SettingsInput = z.infer<typeof settingsInputSchema>;

export const previewInputSchema = z.strictObject({ settings: trustSettingsSchema });

export const settingsViewSchema = z.object({
  id: z.uuid().nullable(),
  settings: trustSettingsSchema,
  /** Newest first, each with all that it set. */
  history: z.array(
    z.object({
      id: z.uuid(),
      reason: z.string(),
      setBy: z.string(),
      setAt: z.iso.datetime(),
      settings: trustSettingsSchema,
    }),
  ),
});
export type SettingsView = z.infer<typeof settingsViewSchema>;
export type SettingsVersion = SettingsView["history"][number];
