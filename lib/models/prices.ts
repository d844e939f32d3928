import { z } from "zod";

const amount = z
  .number()
  .min(0)
  .max(1_000_000)
  .refine((value) => Math.abs(value * 1e6 - Math.round(value * 1e6)) < 1e-3, {
    message: "Give at most six decimals.",
  });

/** What a model costs from a day on, per million tokens. */
export const newPriceSchema = z.strictObject({
  from: z.iso.date("Give a day, such as 2026-12-01."),
  currency: z
    .string()
    .trim()
    .regex(/^[A-Z]{3}$/, "Name the currency by its three letters, such as EUR."),
  inputPerMillion: amount,
  outputPerMillion: amount,
  /** Of tokens that the server had already read; null for the price of the others. */
  cachedInputPerMillion: amount.nullable().default(null),
});
export type NewPrice = z.infer<typeof newPriceSchema>;

export const priceViewSchema = newPriceSchema.extend({
  id: z.uuid(),
  /** `later` has not begun and can be taken back, `now` holds, `past` was replaced. */
  standing: z.enum(["later", "now", "past"]),
});
export type PriceView = z.infer<typeof priceViewSchema>;

/** What calls cost, by currency, and how many of them nobody knows the price of. */
export const costSchema = z.object({
  amounts: z.array(z.object({ currency: z.string(), amount: z.number() })),
  callsWithoutPrice: z.number().int(),
});
export type Cost = z.infer<typeof costSchema>;

type Rates = Pick<NewPrice, "inputPerMillion" | "outputPerMillion" | "cachedInputPerMillion">;
type Tokens = { readonly in: number; readonly out: number; readonly cached: number };

/** What tokens cost at a price; those that were cached are part of those that went in. */
export function costOf(tokens: Tokens, price: Rates): number {
  const cached = Math.min(tokens.cached, tokens.in);
  const cachedRate = price.cachedInputPerMillion ?? price.inputPerMillion;
  const millionths =
    (tokens.in - cached) * price.inputPerMillion + cached * cachedRate + tokens.out * price.outputPerMillion;
  return millionths / 1e6;
}
