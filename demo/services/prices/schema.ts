import { z } from "zod";
import { daySchema } from "../http/fields.ts";

export const currencySchema = z.enum(["GBP", "EUR"]).describe("Pounds or euros.");

export const kindSchema = z
  .enum([
    "mobile",
    "prepaid",
    "home-broadband",
    "business-mobile",
    "business-broadband",
    "add-on",
    "roaming-pass",
    "international-call",
    "fee",
    "device",
  ])
  .describe("Kind of thing that has a price.");

export const segmentSchema = z
  .enum(["household", "business"])
  .describe("Household prices contain tax, business prices do not.");

export const codeSchema = z
  .string()
  .regex(/^[A-Z]{2,5}(-[A-Z0-9]{1,10}){1,2}$/, "A code looks like FIB-500.")
  .describe("Code of the price list.")
  .meta({ examples: ["FIB-500"] });

const moneySchema = z.strictObject({ gbp: z.number(), eur: z.number() }).meta({ id: "Money" });

const formerPriceSchema = z
  .strictObject({ price: moneySchema, validFrom: z.iso.date(), validTo: z.iso.date() })
  .meta({ id: "FormerPrice" });

export const priceSchema = z
  .strictObject({
    code: z.string(),
    name: z.string(),
    kind: kindSchema,
    segment: segmentSchema,
    summary: z.string(),
    price: moneySchema,
    per: z.enum(["month", "once", "day", "minute", "30 days"]).describe("What the price is for."),
    setupFee: moneySchema.nullable(),
    minimumTermMonths: z.int(),
    dataGb: z
      .number()
      .nullable()
      .describe("Mobile data a month; null when unlimited or when it does not apply."),
    speedMbit: z.int().nullable().describe("Download speed of a fixed line."),
    validFrom: z.iso.date(),
    formerPrices: z.array(formerPriceSchema),
  })
  .meta({ id: "Price" });
export type Price = z.infer<typeof priceSchema>;

export const roamingPriceSchema = z
  .strictObject({
    country: z.string(),
    zone: z.enum(["A", "B", "C"]),
    zoneName: z.string(),
    dayPass: moneySchema.describe("Price of a day with data, calls and texts; 0 in zone A."),
    includedGb: z.number().describe("Data that a day pass includes; in zone A a month of fair use."),
    minute: moneySchema.describe("A minute without a pass."),
    megabyte: moneySchema.describe("A MB without a pass."),
    validFrom: z.iso.date(),
    formerDayPass: formerPriceSchema.nullable().describe("Price of a day pass before the last change."),
  })
  .meta({ id: "RoamingPrice" });

export const newQuoteSchema = z
  .strictObject({
    currency: currencySchema,
    lines: z
      .array(
        z.strictObject({
          code: codeSchema,
          quantity: z.int().min(1).max(1000).default(1).describe("How many."),
        }),
      )
      .min(1, "Add at least one line.")
      .max(30)
      .describe("What the customer wants."),
    customer: z
      .strictObject({
        name: z.string().min(2).max(80),
        segment: segmentSchema.default("household"),
      })
      .optional()
      .describe("For whom the quote is."),
    startOn: daySchema.optional().describe("Day on which the service begins."),
  })
  .meta({ id: "NewQuote" });

export const quoteSchema = z
  .strictObject({
    id: z.string(),
    currency: currencySchema,
    customer: z.string().nullable(),
    lines: z.array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        quantity: z.int(),
        unitPrice: z.number(),
        per: z.string(),
        setupFee: z.number(),
      }),
    ),
    monthlyTotal: z.number(),
    onceTotal: z.number().describe("Set-up fees and what is paid once."),
    firstYearTotal: z.number(),
    startOn: z.iso.date().nullable(),
    createdAt: z.iso.datetime(),
    validUntil: z.iso.date(),
  })
  .meta({ id: "Quote" });
export type Quote = z.infer<typeof quoteSchema>;
