import { z } from "zod";

/** How far the ratings have followed the settings in force. */
export const settingsProgressSchema = z.object({
  tools: z.number().int().min(0),
  /** Tools whose newest rating was computed with them. */
  rated: z.number().int().min(0),
});
export type SettingsProgress = z.infer<typeof settingsProgressSchema>;
