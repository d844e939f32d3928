import { agoInWords, joinWords, phrase } from "#lib/models/extractive/phrases.ts";
import type { Column, JsonObject, Language } from "#lib/models/extractive/schema.ts";
import { nameWords } from "#lib/models/extractive/words.ts";
import { fold } from "#lib/ranking/fold.ts";

export interface ListFacts {
  readonly rows: readonly JsonObject[];
  readonly columns: readonly Column[];
  /** How many match in all, also those not in `rows`. */
  readonly total: number;
  readonly shown: number;
  /** Property that held the list: `tickets`. */
  readonly listKey: string | null;
  readonly language: Language;
  readonly now: string;
  readonly requestText: string;
}

const asksSum = /\b(?:total|sum|altogether|in all|how much|quanto|soma|no total|ao todo)\b/u;
const startWords = ["opened", "raised", "created", "submitted", "requested", "reported", "received", "made"];

/**
 * One sentence about a list, computed from it and from nothing else: how many, how old the oldest is, how many of each
 * state, the sum when it was asked for. What the list does not hold in full is not computed.
 */
export function listLine(facts: ListFacts): string {
  const { language, total, rows } = facts;
  if (total === 0) return phrase(language, "nothingFound");
  const isWhole = total === rows.length;
  const parts = [countOf(facts)];
  if (isWhole && rows.length > 1)
    parts.push(...[oldestOf(facts), breakdownOf(facts)].filter((part) => part !== null));
  if (isWhole && asksSum.test(fold(facts.requestText))) {
    const sum = sumOf(facts);
    if (sum) parts.push(sum);
  }
  return `${parts.join("; ")}.`;
}

function countOf({ language, total, shown, listKey }: ListFacts): string {
  const many = listKey ? nameWords(listKey).join(" ") : "results";
  if (total === 1) return phrase(language, "countOne", { one: singular(many) });
  return shown < total
    ? phrase(language, "countShown", { count: total, many, shown })
    : phrase(language, "countMany", { count: total, many });
}

function singular(many: string): string {
  if (many === "people") return "person";
  if (many.endsWith("ies")) return `${many.slice(0, -3)}y`;
  return many.endsWith("ss") || !many.endsWith("s") ? many : many.slice(0, -1);
}

function oldestOf({ columns, rows, language, now }: ListFacts): string | null {
  const column = columns.find(({ key, format }) => {
    return (
      (format === "date" || format === "date-time") &&
      nameWords(key).some((word) => startWords.includes(word))
    );
  });
  if (!column) return null;
  const moments = rows.map((row) => row[column.key]).filter((value) => typeof value === "string");
  const oldest = moments.sort()[0];
  if (oldest === undefined || moments.length < rows.length || Date.parse(oldest) > Date.parse(now))
    return null;
  const verb = nameWords(column.key).find((word) => startWords.includes(word));
  return phrase(language, "oldest", { verb: verb ?? "", ago: agoInWords(language, oldest, now) });
}

function breakdownOf({ columns, rows, language }: ListFacts): string | null {
  const column = columns.find(({ key }) =>
    nameWords(key).some((word) => ["status", "state", "severity"].includes(word)),
  );
  if (!column || rows.length < 3) return null;
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = row[column.key];
    if (typeof value !== "string") return null;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  if (counts.size < 2 || counts.size > 5) return null;
  const parts = [...counts]
    .sort((left, right) => right[1] - left[1])
    .map(([value, count]) => `${count} ${value}`);
  return phrase(language, "breakdown", { parts: joinWords(language, parts) });
}

function sumOf({ columns, rows, language }: ListFacts): string | null {
  const money = columns.filter(({ format, currency }) => format === "money" && currency !== undefined);
  const [column, ...others] = money;
  if (!column || others.length > 0) return null;
  const isOneCurrency = rows.every((row) => row.currency === undefined || row.currency === column.currency);
  const amounts = rows.map((row) => row[column.key]);
  if (!isOneCurrency || !amounts.every((amount) => typeof amount === "number")) return null;
  const sum = amounts.reduce((total, amount) => total + Math.round(amount * 100), 0) / 100;
  const format = new Intl.NumberFormat(language === "pt" ? "pt-PT" : "en-GB", {
    style: "currency",
    currency: column.currency ?? "EUR",
  });
  return phrase(language, "together", { sum: format.format(sum) });
}
