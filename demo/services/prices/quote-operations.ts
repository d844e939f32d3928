import { z } from "zod";
import { addDays, dayOf } from "#demo/company/days.ts";
import { defineOperation, type Operation } from "../http/operation.ts";
import { invalidField, notFound } from "../http/problem.ts";
import type { ServiceContext } from "../service-context.ts";
import type { Collection } from "../store/store.ts";
import { newQuoteSchema, type Price, type Quote, quoteSchema } from "./schema.ts";

const daysOfValidity = 30;
const rounded = (amount: number) => Math.round(amount * 100) / 100;

/** Operations that make and show quotes. */
export function quoteOperations(
  quotes: Collection<Quote>,
  prices: readonly Price[],
  context: ServiceContext,
): readonly Operation[] {
  const nextNumber = context.store.counter("quotes", 5000);
  return [
    defineOperation({
      operationId: "makeQuote",
      method: "post",
      path: "/quotes",
      tag: "Quotes",
      summary: "Make a quote",
      description: `Adds up what a customer would pay a month, once, and in the first year. The quote is stored and holds for ${daysOfValidity} days.`,
      idempotent: true,
      bodyInput: newQuoteSchema,
      bodyExamples: {
        home: {
          summary: "Fibre with whole home Wi-Fi",
          value: {
            currency: "GBP",
            lines: [{ code: "FIB-500" }, { code: "ADD-MESH", quantity: 1 }],
            customer: { name: "Harriet Cooper" },
          },
        },
      },
      success: { status: 201, description: "The quote.", schema: quoteSchema },
      handle: ({ body }) => {
        const now = context.now();
        const key = body.currency === "GBP" ? "gbp" : "eur";
        const segment = body.customer?.segment ?? "household";
        const lines = body.lines.map((line, index) => {
          const item = prices.find((candidate) => candidate.code === line.code);
          if (item === undefined)
            throw invalidField(`lines.${index}.code`, `There is no price ${line.code}.`);
          if (item.segment === "business" && segment === "household" && body.customer !== undefined) {
            throw invalidField(`lines.${index}.code`, `${line.code} is for businesses only.`);
          }
          return {
            code: item.code,
            name: item.name,
            quantity: line.quantity,
            unitPrice: item.price[key],
            per: item.per,
            setupFee: item.setupFee?.[key] ?? 0,
          };
        });
        const monthly = lines.filter((line) => line.per === "month");
        const monthlyTotal = rounded(monthly.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0));
        const onceTotal = rounded(
          lines.reduce((sum, line) => {
            const once = line.per === "month" ? 0 : line.unitPrice;
            return sum + (once + line.setupFee) * line.quantity;
          }, 0),
        );
        const quote: Quote = {
          id: `Q-${nextNumber()}`,
          currency: body.currency,
          customer: body.customer?.name ?? null,
          lines,
          monthlyTotal,
          onceTotal,
          firstYearTotal: rounded(monthlyTotal * 12 + onceTotal),
          startOn: body.startOn ?? null,
          createdAt: now,
          validUntil: addDays(dayOf(now), daysOfValidity),
        };
        quotes.put(quote);
        return { body: quote, headers: { location: `/prices/v1/quotes/${quote.id}` } };
      },
    }),
    defineOperation({
      operationId: "getQuote",
      method: "get",
      path: "/quotes/{quoteId}",
      tag: "Quotes",
      summary: "Show a quote",
      description: "Shows a quote that was made earlier, with its lines and totals.",
      pathInput: z.strictObject({
        quoteId: z
          .string()
          .regex(/^Q-\d{4,6}$/, "A quote is Q- and four digits.")
          .describe("Number of the quote.")
          .meta({ examples: ["Q-5001"] }),
      }),
      success: { status: 200, description: "The quote.", schema: quoteSchema },
      refusals: { 404: "There is no such quote." },
      handle: ({ path }) => {
        const quote = quotes.get(path.quoteId);
        if (quote === undefined) throw notFound(`quote ${path.quoteId}`);
        return { body: quote };
      },
    }),
  ];
}
