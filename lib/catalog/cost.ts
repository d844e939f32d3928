import { z } from "zod";
import type { ToolPage } from "#lib/catalog/schema.ts";
import { toolUsageSchema } from "#lib/telemetry/schema.ts";

/** What one use costs, from the portal's own calls. Models have no prices yet, so it is told in tokens. */
export const costPerUseSchema = z.object({
  /** `elsewhere`: not called through the portal; `no-model`: nothing inside calls a model; `not-measured`: no use yet. */
  state: z.enum(["elsewhere", "no-model", "not-measured", "tokens"]),
  tokens: toolUsageSchema.shape.tokensPerUse,
  /** Null while the price of a model is not known. */
  price: z.null(),
});
export type CostPerUse = z.infer<typeof costPerUseSchema>;

type CostFacts = Pick<ToolPage, "kind" | "needsModel"> & { usage: Pick<ToolPage["usage"], "tokensPerUse"> };

/** The cost of one use, as far as it is measured. */
export function costPerUse({ kind, needsModel, usage }: CostFacts): CostPerUse {
  const tokens = usage.tokensPerUse;
  if (tokens) return { state: "tokens", tokens, price: null };
  const state = kind === "link" ? "elsewhere" : needsModel ? "not-measured" : "no-model";
  return { state, tokens: null, price: null };
}
