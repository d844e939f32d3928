import { z } from "zod";
import { audienceSchema } from "#lib/catalog/schema.ts";
import { dataClassSchema } from "#lib/data-class.ts";

export const riskTiers = ["low", "medium", "high"] as const;
export const riskTierSchema = z.enum(riskTiers);
export type RiskTier = z.infer<typeof riskTierSchema>;

/** A site that may show the tool in a frame: scheme and host, no path. */
export const embedOriginSchema = z
  .url({ protocol: /^https?$/, error: "Write a site as https://intranet.example.com." })
  .refine((value) => URL.canParse(value) && new URL(value).origin === value, {
    error: ({ input }) =>
      URL.canParse(String(input))
        ? `Write only the site, without a path: ${new URL(String(input)).origin}`
        : "Write a site as https://intranet.example.com.",
  });

/** What the owner decides about a tool besides its words and operations. A version keeps it for good. */
export const toolSettingsSchema = z.strictObject({
  audience: audienceSchema,
  riskTier: riskTierSchema,
  dataClass: dataClassSchema,
  /** Alias of the model that the tool is bound to. */
  modelAlias: z.string().max(80).nullable(),
  supportChannel: z.string().trim().max(200, "A support channel has at most 200 characters."),
  /** Promised share of calls that succeed, such as 0.99. */
  sloSuccess: z
    .number()
    .gt(0, "Promise a share above 0 %.")
    .lt(1, "Nothing succeeds always; promise a share below 100 %.")
    .nullable(),
  /** Promised time of 95 in 100 calls, in milliseconds. */
  sloP95Ms: z.int().positive().max(600_000).nullable(),
  linkUrl: z
    .url({ protocol: /^https?$/, error: "Write a whole address, such as https://example.com/assistant." })
    .max(2000)
    .nullable(),
  embedOrigins: z.array(embedOriginSchema).max(20, "At most 20 sites."),
});
export type ToolSettings = z.infer<typeof toolSettingsSchema>;

export const standardSettings: ToolSettings = {
  audience: "only-me",
  riskTier: "low",
  dataClass: "internal",
  modelAlias: null,
  supportChannel: "",
  sloSuccess: null,
  sloP95Ms: null,
  linkUrl: null,
  embedOrigins: [],
};
