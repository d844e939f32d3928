import { z } from "zod";
import { approvalLimits, expenseCategories, perDiems } from "#demo/company/facts.ts";
import { daySchema, staffEmailSchema } from "../http/fields.ts";

const codes = <T extends string>(items: readonly T[]): [T, ...T[]] => {
  const [first, ...rest] = items;
  if (first === undefined) throw new Error("An empty list has no schema");
  return [first, ...rest];
};

export const currencySchema = z.enum(["GBP", "EUR"]).describe("Pounds for Bristol, euros for Porto.");
export type Currency = z.infer<typeof currencySchema>;

export const expenseCategorySchema = z
  .enum(codes(expenseCategories.map((category) => category.code)))
  .describe("What the money was spent on.");

export const regionSchema = z
  .enum(codes(perDiems.map((perDiem) => perDiem.region)))
  .describe("Where the journey went.");

export const approverLevelSchema = z
  .enum(codes(approvalLimits.map((limit) => limit.level)))
  .describe("Who may approve the amount.");

export const amountSchema = z
  .number()
  .positive("Use an amount above zero.")
  .max(1_000_000)
  .refine((amount) => Math.abs(amount * 100 - Math.round(amount * 100)) < 1e-6, "Use at most two decimals.");

export const claimIdSchema = z
  .string()
  .regex(/^E-\d{5,6}$/, "A claim is E- and five digits, such as E-20417.")
  .describe("Number of the claim.")
  .meta({ examples: ["E-20417"] });

const receiptItem = z
  .strictObject({
    kind: z.literal("receipt"),
    category: expenseCategorySchema,
    spentOn: daySchema.describe("Day on the receipt."),
    merchant: z.string().min(2).max(80).describe("Who was paid."),
    amount: amountSchema.describe("Amount in the currency of the claim."),
    guests: z.int().min(1).max(50).optional().describe("Number of people, for a meal with customers."),
    hasReceipt: z.boolean().default(true).describe("Whether there is a receipt."),
  })
  .meta({ id: "ReceiptItem", title: "Something that was paid" });

const mileageItem = z
  .strictObject({
    kind: z.literal("mileage"),
    drivenOn: daySchema.describe("Day of the journey."),
    from: z.string().min(2).max(80).describe("Where the journey began."),
    to: z.string().min(2).max(80).describe("Where it ended."),
    distance: z.number().positive().max(3000).describe("Miles in a claim in pounds, kilometres in euros."),
  })
  .meta({ id: "MileageItem", title: "A journey in one's own car" });

const perDiemItem = z
  .strictObject({
    kind: z.literal("per-diem"),
    region: regionSchema,
    firstDay: daySchema.describe("First day away."),
    days: z.int().min(1).max(60).describe("Number of days."),
  })
  .meta({ id: "PerDiemItem", title: "Daily allowance" });

export const newItemSchema = z
  .discriminatedUnion("kind", [receiptItem, mileageItem, perDiemItem])
  .describe("One line of a claim.");
export type NewItem = z.output<typeof newItemSchema>;

export const newClaimSchema = z
  .strictObject({
    claimant: staffEmailSchema.describe("Who is to be paid back."),
    purpose: z
      .string()
      .trim()
      .min(5, "Use at least 5 characters.")
      .max(200)
      .describe("What the money was spent for."),
    currency: currencySchema.optional().describe("By the office of the person when left out."),
    items: z
      .array(newItemSchema)
      .min(1, "Add at least one line.")
      .max(50)
      .describe("The lines of the claim."),
    costCentre: z
      .string()
      .regex(/^CC-\d{3}$/, "A cost centre is CC- and three digits.")
      .optional(),
  })
  .meta({ id: "NewClaim" });

export const statusSchema = z
  .enum(["submitted", "approved", "declined", "paid", "withdrawn"])
  .describe("Where the claim stands.");

const approverSchema = z
  .strictObject({
    level: approverLevelSchema,
    levelName: z.string(),
    name: z.string(),
    email: z.string().meta({ format: "email" }),
    limit: z.number().describe("Highest amount that this level approves."),
    currency: currencySchema,
  })
  .meta({ id: "Approver" });
export type Approver = z.infer<typeof approverSchema>;

export const claimSchema = z
  .strictObject({
    id: z.string(),
    claimant: z.string(),
    purpose: z.string(),
    currency: currencySchema,
    items: z.array(
      z.strictObject({
        description: z.string(),
        category: z.string(),
        day: z.iso.date(),
        amount: z.number(),
      }),
    ),
    total: z.number(),
    status: statusSchema,
    approver: approverSchema.describe("Who decides on the claim."),
    warnings: z.array(z.string()).describe("What goes beyond the rules."),
    costCentre: z.string().nullable(),
    submittedAt: z.iso.datetime(),
    decidedAt: z.iso.datetime().nullable(),
    decidedBy: z.string().nullable(),
    decisionReason: z.string().nullable(),
    paidOn: z.iso.date().nullable(),
  })
  .meta({ id: "Claim" });
export type Claim = z.infer<typeof claimSchema>;

export const findApproverAnswerSchema = z.strictObject({
  amount: z.number(),
  currency: currencySchema,
  claimant: z.string().nullable(),
  approver: z.strictObject({
    level: approverLevelSchema,
    levelName: z.string(),
    limit: z.number(),
    name: z.string().nullable().describe("Null when nobody was named as claimant."),
    email: z.string().nullable(),
  }),
});

export const claimDecisionSchema = z
  .strictObject({
    decision: z.enum(["approved", "declined"]).describe("What is decided."),
    decidedBy: staffEmailSchema.describe("Who decides."),
    reason: z.string().max(300).optional().describe("Needed when declined."),
  })
  .meta({ id: "ClaimDecision" });

export const advanceSchema = z
  .strictObject({
    id: z.string(),
    form: z.string().describe("Form under which advances are asked for."),
    person: z.string(),
    purpose: z.string(),
    amount: z.number(),
    currency: currencySchema,
    region: regionSchema,
    firstDay: z.iso.date(),
    lastDay: z.iso.date(),
    status: statusSchema,
    approver: approverSchema,
    requestedAt: z.iso.datetime(),
  })
  .meta({ id: "TravelAdvance" });
export type TravelAdvance = z.infer<typeof advanceSchema>;

export const newAdvanceSchema = z
  .strictObject({
    person: staffEmailSchema.describe("Who travels."),
    purpose: z
      .string()
      .trim()
      .min(5, "Use at least 5 characters.")
      .max(200)
      .describe("What the journey is for."),
    region: regionSchema,
    firstDay: daySchema.describe("First day of the journey."),
    lastDay: daySchema.describe("Last day of the journey."),
    amount: amountSchema.optional().describe("Daily allowance for all days when left out."),
  })
  .meta({ id: "NewTravelAdvance" });
