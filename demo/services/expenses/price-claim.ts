import { daysBetween } from "#demo/company/days.ts";
import { expenseRules, perDiems } from "#demo/company/facts.ts";
import { invalidField } from "../http/problem.ts";
import type { Claim, Currency, NewItem } from "./schema.ts";

type Line = Claim["items"][number];

// A fixed rate of the company, set once a year, so that a claim has one currency.
const eurPerGbp = 1.17;

const rounded = (amount: number) => Math.round(amount * 100) / 100;

export type PricedClaim = { readonly items: Line[]; readonly total: number; readonly warnings: string[] };

/** Daily allowance of a region in the currency of a claim. */
export function perDiemIn(region: (typeof perDiems)[number]["region"], currency: Currency): number {
  const rule = perDiems.find((candidate) => candidate.region === region);
  if (rule === undefined) throw new Error(`No region is called ${region}`);
  if (rule.currency === currency) return rule.perDay;
  return rounded(currency === "EUR" ? rule.perDay * eurPerGbp : rule.perDay / eurPerGbp);
}

function lineOf(item: NewItem, currency: Currency): Line {
  if (item.kind === "mileage") {
    const rate = currency === "GBP" ? expenseRules.mileageGbpPerMile : expenseRules.mileageEurPerKilometre;
    const unit = currency === "GBP" ? "miles" : "km";
    return {
      description: `${item.from} to ${item.to}, ${item.distance} ${unit}`,
      category: "travel-car",
      day: item.drivenOn,
      amount: rounded(item.distance * rate),
    };
  }
  if (item.kind === "per-diem") {
    return {
      description: `Daily allowance, ${item.days} days (${item.region})`,
      category: "per-diem",
      day: item.firstDay,
      amount: rounded(perDiemIn(item.region, currency) * item.days),
    };
  }
  return { description: item.merchant, category: item.category, day: item.spentOn, amount: item.amount };
}

function warningsOf(item: NewItem, line: Line, currency: Currency, today: string): string[] {
  const warnings: string[] = [];
  const receiptFrom = currency === "GBP" ? expenseRules.receiptFromGbp : expenseRules.receiptFromEur;
  const mealLimit =
    currency === "GBP" ? expenseRules.clientMealPerPersonGbp : expenseRules.clientMealPerPersonEur;
  if (item.kind === "receipt" && !item.hasReceipt && item.amount >= receiptFrom) {
    warnings.push(`${line.description}: a receipt is needed from ${receiptFrom} ${currency}.`);
  }
  if (
    item.kind === "receipt" &&
    item.category === "client-meal" &&
    item.amount > mealLimit * (item.guests ?? 1)
  ) {
    warnings.push(`${line.description}: more than ${mealLimit} ${currency} for each person.`);
  }
  if (daysBetween(line.day, today) > expenseRules.claimWithinDays) {
    warnings.push(`${line.description}: older than ${expenseRules.claimWithinDays} days.`);
  }
  return warnings;
}

/** Works out the lines, the total and what goes beyond the rules. */
export function priceClaim(items: readonly NewItem[], currency: Currency, today: string): PricedClaim {
  const lines = items.map((item) => lineOf(item, currency));
  const future = lines.findIndex((line) => line.day > today);
  if (future >= 0) throw invalidField(`items.${future}`, "This day is still to come.");
  return {
    items: lines,
    total: rounded(lines.reduce((sum, line) => sum + line.amount, 0)),
    warnings: items.flatMap((item, index) => {
      const line = lines[index];
      return line === undefined ? [] : warningsOf(item, line, currency, today);
    }),
  };
}
