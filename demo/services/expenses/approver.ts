import { approvalLimits } from "#demo/company/facts.ts";
import { domains, type Person, personById, teamBySlug } from "#demo/company/organisation.ts";
import { invalidField } from "../http/problem.ts";
import type { Approver, Currency } from "./schema.ts";

type Level = Approver["level"];

function holderOf(level: Level, person: Person): Person {
  if (level === "team-lead") return personById(teamBySlug(person.team).leadId);
  if (level === "domain-lead") {
    const domain = domains.find((candidate) => candidate.slug === person.domain);
    if (domain === undefined) throw new Error(`${person.id} has no domain`);
    return personById(domain.leadId);
  }
  return personById(level === "finance-director" ? "graham-pemberton" : "margaret-lockyer");
}

/** The highest amount of a level in a currency. */
export function limitOf(level: Level, currency: Currency): number {
  const rule = approvalLimits.find((candidate) => candidate.level === level);
  if (rule === undefined) throw new Error(`No level is called ${level}`);
  return currency === "GBP" ? rule.limitGbp : rule.limitEur;
}

/** The lowest level that may approve an amount; above all limits the board decides, outside this service. */
export function levelFor(
  amount: number,
  currency: Currency,
  field = "amount",
): (typeof approvalLimits)[number] {
  const level = approvalLimits.find((rule) => amount <= limitOf(rule.level, currency));
  if (level === undefined) {
    const most = limitOf("managing-director", currency);
    throw invalidField(field, `Above ${most} ${currency} the board decides; this service does not.`);
  }
  return level;
}

/** Who approves an amount of a person: never the person, and nobody who reports to them. */
export function approverOf(person: Person, amount: number, currency: Currency, field = "amount"): Approver {
  const lowest = approvalLimits.indexOf(levelFor(amount, currency, field));
  const isOwn = (level: Level) => holderOf(level, person).id === person.id;
  const highestOwn = approvalLimits.findLastIndex((rule) => isOwn(rule.level));
  const rule = approvalLimits[Math.max(lowest, highestOwn + 1)] ?? approvalLimits[approvalLimits.length - 1];
  if (rule === undefined) throw new Error("The facts name no approval limits");
  // What the managing director spends is approved by the Finance Director.
  const holder = person.managerId === null ? personById("graham-pemberton") : holderOf(rule.level, person);
  const level = person.managerId === null ? "finance-director" : rule.level;
  return {
    level,
    levelName: approvalLimits.find((candidate) => candidate.level === level)?.name ?? level,
    name: holder.name,
    email: holder.email,
    limit: limitOf(level, currency),
    currency,
  };
}
