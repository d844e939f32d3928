import { joinValues } from "#lib/join-values.ts";
import { isObject, resolve } from "#lib/models/extractive/read-schema.ts";
import type { Cell, Column, JsonObject, ValueFormat } from "#lib/models/extractive/schema.ts";
import { nameWords } from "#lib/models/extractive/words.ts";

const mostColumns = 7;
const longText = 90;
const moneyNames = new Set(
  "amount total price cost fee sum net gross value balance limit once monthly year".split(" "),
);
const dateNames = new Set("at on date day until since by from due".split(" "));
const currencyCodes = new Set(["gbp", "eur", "usd", "chf"]);
const plumbing = /^(?:nextCursor|cursor|version|links?|_links|self|etag)$/u;

/** How a property is called on screen: its title, else its name in words. */
export function titleOf(key: string, schema: JsonObject): string {
  if (typeof schema.title === "string" && schema.title.length <= 40) return schema.title;
  if (currencyCodes.has(key.toLowerCase())) return key.toUpperCase();
  const words = key
    .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, " ")
    .replace(/[_-]+/gu, " ")
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** One property as a column: its format by the schema, else by its values; `siblings` tells the currency. */
export function columnOf(
  key: string,
  schema: JsonObject,
  values: readonly unknown[],
  siblings: JsonObject,
): Column {
  const format = formatOf(key, schema, values, siblings);
  const currency = format === "money" ? currencyOf(key, siblings) : undefined;
  return { key, title: titleOf(key, schema), format, ...(currency ? { currency } : {}) };
}

function formatOf(
  key: string,
  schema: JsonObject,
  values: readonly unknown[],
  siblings: JsonObject,
): ValueFormat {
  const { format } = schema;
  const sample = values.find((value) => value !== null && value !== undefined);
  if (format === "date") return "date";
  if (format === "date-time") return "date-time";
  if (format === "email") return "email";
  if (format === "uri" || format === "url") return "link";
  if (typeof sample === "boolean") return "yes-no";
  if (Array.isArray(sample)) return "list";
  if (typeof sample === "number") return currencyOf(key, siblings) && isMoneyName(key) ? "money" : "number";
  if (typeof sample !== "string") return "text";
  const words = nameWords(key);
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/u.test(sample)) return "date-time";
  if (
    /^\d{4}-\d{2}-\d{2}$/u.test(sample) &&
    (words.some((word) => dateNames.has(word)) || words.length === 1)
  )
    return "date";
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(sample)) return "email";
  if (/^https?:\/\/\S+$/u.test(sample)) return "link";
  return values.every((value) => typeof value !== "string" || /^[A-Z]{1,6}-[A-Z0-9-]+$/u.test(value))
    ? "code"
    : "text";
}

function isMoneyName(key: string): boolean {
  return (
    /(?:Gbp|Eur|Usd)$/u.test(key) ||
    /^(?:gbp|eur|usd)$/u.test(key) ||
    nameWords(key).some((word) => moneyNames.has(word))
  );
}

/** By the name's ending (`limitGbp`), the name itself (`gbp`), or a property `currency` beside it. */
function currencyOf(key: string, siblings: JsonObject): string | undefined {
  const ending = /(?:^|[a-z])(gbp|eur|usd)$/iu.exec(key)?.[1];
  if (ending && isMoneyName(key)) return ending.toUpperCase();
  const { currency } = siblings;
  return typeof currency === "string" && /^[A-Z]{3}$/u.test(currency) ? currency : undefined;
}

/** The columns of a list: those of the rows in their order, then those of the schema; long texts and nests give way. */
export function columnsOf(
  rows: readonly JsonObject[],
  itemSchema: JsonObject,
  root: JsonObject,
  around: JsonObject,
): Column[] {
  const properties = isObject(itemSchema.properties) ? itemSchema.properties : {};
  const keys = [
    // The order of a stored schema is that of its storage; the service's own answer has the order it was written in.
    ...new Set([...rows.slice(0, 20).flatMap((row) => Object.keys(row)), ...Object.keys(properties)]),
  ];
  const columns = keys
    .filter((key) => !plumbing.test(key))
    .map((key) => {
      const values = rows.map((row) => row[key]);
      const schema = resolve(root, properties[key]);
      return { values, column: columnOf(key, schema, values, { ...around, ...(rows[0] ?? {}) }) };
    })
    .filter(({ values }) =>
      values.some((value) => value !== null && value !== undefined && toCell(value) !== null),
    )
    .filter(({ values }) => !values.some((value) => typeof value === "string" && value.length > longText));
  const isIdentity = (one: (typeof columns)[number]) => importance(one) >= 10;
  columns.sort((left, right) => Number(isIdentity(right)) - Number(isIdentity(left)));
  if (columns.length <= mostColumns) return columns.map(({ column }) => column);
  const kept = new Set(
    [...columns]
      .sort((left, right) => importance(right) - importance(left))
      .slice(0, mostColumns)
      .map(({ column }) => column.key),
  );
  return columns.filter(({ column }) => kept.has(column.key)).map(({ column }) => column);
}

function importance({
  column,
  values,
}: {
  readonly column: Column;
  readonly values: readonly unknown[];
}): number {
  const words = nameWords(column.key);
  const has = (...names: string[]) => words.some((word) => names.includes(word));
  if (words.length === 1 && has("id", "code", "name", "title", "number")) return 10;
  if (has("status", "state", "priority", "severity", "decision")) return 8;
  if (has("name", "title")) return 7;
  if (column.format === "money" || values.some(isPrice)) return 7;
  if (has("opened", "raised", "created", "submitted", "first", "last", "day", "starts", "ends")) return 6;
  if (column.format === "number" || column.format === "date") return 5;
  const isAlwaysSame = values.length > 1 && new Set(values.map((value) => JSON.stringify(value))).size === 1;
  return isAlwaysSame ? 1 : 4;
}

/** `{ gbp: 6, eur: 7 }`: one price in several currencies. */
export function isPrice(value: unknown): value is Readonly<Record<string, number>> {
  if (!isObject(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length > 0 && entries.every(([key, sum]) => currencyCodes.has(key) && typeof sum === "number")
  );
}

/** A value as one cell: a price in all its currencies, a nested object by its name, a list of plain values joined; null for what has no short form. */
export function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) {
    const items = value.map(toCell).filter((item) => item !== null);
    return items.length > 0 ? joinValues(items) : null;
  }
  if (isPrice(value))
    return Object.entries(value)
      .map(([code, sum]) => `${Number.isInteger(sum) ? sum : sum.toFixed(2)} ${code.toUpperCase()}`)
      .join(" / ");
  if (!isObject(value)) return null;
  const label = ["name", "title", "label", "code", "slug", "id", "email"]
    .map((key) => value[key])
    .find((one) => typeof one === "string");
  return label ?? null;
}
