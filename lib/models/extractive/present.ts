import { listLine } from "#lib/models/extractive/computed-lines.ts";
import { phrase } from "#lib/models/extractive/phrases.ts";
import { quote } from "#lib/models/extractive/quote.ts";
import { columnOf, columnsOf, isPrice, titleOf, toCell } from "#lib/models/extractive/read-columns.ts";
import { isObject, resolve } from "#lib/models/extractive/read-schema.ts";
import {
  type AnswerPart,
  type AnswerPartOf,
  type JsonObject,
  type Language,
  quotablePassageSchema,
} from "#lib/models/extractive/schema.ts";
import { nameWords } from "#lib/models/extractive/words.ts";

export interface PresentFacts {
  readonly result: unknown;
  readonly outputSchema: JsonObject;
  /** What people read: "Find tickets". */
  readonly title: string;
  readonly toolName: string;
  readonly requestText: string;
  readonly language: Language;
  readonly now: string;
  /** Citations go on from here. */
  readonly firstCitation?: number;
}

const mostRows = 20;
const mostPoints = 60;
const longText = 400;

/**
 * A result as table, fields, chart or quoted passages, by its schema and its shape, with computed lines only. An object
 * of several results (a sequence of steps) becomes one part per result.
 */
export function present(facts: PresentFacts): AnswerPart[] {
  const { result, outputSchema, language } = facts;
  if (result === null || result === undefined || result === "") {
    return [{ type: "text", text: phrase(language, "done", { operation: facts.title }) }];
  }
  if (typeof result === "string") return presentText(result, facts);
  if (typeof result !== "object") return [fieldsPart({ result }, {}, outputSchema, facts)];
  const passages = passagesIn(result);
  if (passages)
    return quote({
      ...passages,
      toolName: facts.toolName,
      language,
      now: facts.now,
      ...(facts.firstCitation ? { firstCitation: facts.firstCitation } : {}),
    });
  const list = listIn(result, outputSchema);
  if (list) return presentList(list, facts);
  return isObject(result) ? presentObject(result, facts) : [];
}

function presentText(text: string, facts: PresentFacts): AnswerPart[] {
  const trimmed = text.trim();
  if (/^[[{]/u.test(trimmed)) {
    const parsed = parseJson(trimmed);
    if (parsed !== undefined) return present({ ...facts, result: parsed });
  }
  const shown = trimmed.length > longText ? `${trimmed.slice(0, longText)}…` : trimmed;
  return [
    {
      type: "fields",
      fields: [{ key: "result", title: phrase(facts.language, "result"), format: "text", value: shown }],
    },
  ];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function passagesIn(result: object) {
  if (!isObject(result) || !Array.isArray(result.passages)) return null;
  const passages = quotablePassageSchema.array().safeParse(result.passages);
  if (!passages.success) return null;
  const agreement = result.agreement === "differ" ? ("differ" as const) : ("agree" as const);
  return { passages: passages.data, agreement };
}

interface FoundList {
  readonly key: string | null;
  readonly rows: readonly JsonObject[];
  readonly itemSchema: JsonObject;
  readonly around: JsonObject;
  readonly total: number;
}

/** The one list of objects that a result is about, alone or beside plain values such as `total`. */
function listIn(result: object, root: JsonObject): FoundList | null {
  const schema = resolve(root, root);
  if (Array.isArray(result)) {
    const rows = result.filter(isObject);
    if (rows.length !== result.length) return null;
    return { key: null, rows, itemSchema: resolve(root, schema.items), around: {}, total: rows.length };
  }
  if (!isObject(result)) return null;
  const lists = Object.entries(result).filter(([, value]) => Array.isArray(value) && value.every(isObject));
  const isNested = Object.values(result).some((value) => isObject(value));
  const [first, ...others] = lists;
  if (!first || others.length > 0 || isNested) return null;
  const [key, value] = first;
  const rows = value as JsonObject[];
  const property = resolve(root, isObject(schema.properties) ? schema.properties[key] : undefined);
  const counted = ["total", "count", "totalCount", "total_count"]
    .map((name) => result[name])
    .find((one) => typeof one === "number");
  const { [key]: _list, ...around } = result;
  const total = Math.max(rows.length, isChart(rows) ? rows.length : (counted ?? rows.length));
  return { key, rows, itemSchema: resolve(root, property.items), around, total };
}

/** Rows of a name and a number each. */
function isChart(rows: readonly JsonObject[]): boolean {
  return (
    rows.length > 0 &&
    rows.every((row) => {
      const values = Object.values(row);
      return (
        values.length === 2 &&
        values.some((value) => typeof value === "string") &&
        values.some((value) => typeof value === "number")
      );
    })
  );
}

function presentList(list: FoundList, facts: PresentFacts): AnswerPart[] {
  const { rows, around, total } = list;
  const columns = columnsOf(rows, list.itemSchema, facts.outputSchema, around);
  const chart = chartOf(list, columns);
  const context = Object.fromEntries(
    Object.entries(around).filter(([key, value]) => !isPlumbing(key) && toCell(value) !== null),
  );
  const fields =
    Object.keys(context).length > 0 && rows.length > 0
      ? [fieldsPart(context, {}, facts.outputSchema, facts)]
      : [];
  if (chart) return [...fields, chart];
  const shown = rows.slice(0, mostRows);
  const line = listLine({
    rows,
    columns: columnsOf(rows, list.itemSchema, facts.outputSchema, around),
    total,
    shown: shown.length,
    listKey: list.key,
    language: facts.language,
    now: facts.now,
    requestText: facts.requestText,
  });
  const text: AnswerPart = { type: "text", text: line };
  const [only] = shown;
  if (!only || columns.length === 0) return [text];
  if (total === 1)
    return [
      text,
      ...fields,
      ...presentObject(only, { ...facts, outputSchema: inRoot(list.itemSchema, facts.outputSchema) }),
    ];
  const table: AnswerPart = {
    type: "table",
    columns,
    rows: shown.map((row) => columns.map(({ key }) => toCell(row[key]))),
    total,
  };
  return [text, ...fields, table];
}

function isPlumbing(key: string): boolean {
  return /^(?:total|count|totalCount|total_count|nextCursor|cursor|limit|offset|page)$/u.test(key);
}

/** A part of a schema with the definitions of the whole, so that its references still lead somewhere. */
function inRoot(part: JsonObject, root: JsonObject): JsonObject {
  const { $defs, definitions, components } = root;
  return {
    ...($defs ? { $defs } : {}),
    ...(definitions ? { definitions } : {}),
    ...(components ? { components } : {}),
    ...part,
  };
}

function chartOf(list: FoundList, columns: AnswerPartOf<"table">["columns"]): AnswerPart | null {
  const { rows } = list;
  if (rows.length < 2 || rows.length > mostPoints || !isChart(rows)) return null;
  const y = columns.find(({ format }) => format === "number" || format === "money");
  const x = columns.find((column) => column !== y);
  if (!x || !y) return null;
  const points = rows.map((row) => ({ x: String(row[x.key]), y: Number(row[y.key]) }));
  const shape = points.every((point) => /^\d{4}-\d{2}/u.test(point.x)) ? ("line" as const) : ("bar" as const);
  return { type: "chart", shape, x, y, points };
}

/** Plain values as fields; nested objects and lists, each with its name, behind them. */
function presentObject(result: JsonObject, facts: PresentFacts): AnswerPart[] {
  const schema = resolve(facts.outputSchema, facts.outputSchema);
  const properties = isObject(schema.properties) ? schema.properties : {};
  const entries = Object.entries(result).filter(([, value]) => value !== null && value !== undefined);
  const nested = entries.filter(([, value]) => isNest(value));
  const plain = entries.filter(([, value]) => !isNest(value) && toCell(value) !== null);
  const parts: AnswerPart[] =
    plain.length > 0 ? [fieldsPart(Object.fromEntries(plain), properties, facts.outputSchema, facts)] : [];
  let citation = facts.firstCitation ?? 1;
  for (const [key, value] of nested) {
    const inner = present({
      ...facts,
      result: value,
      outputSchema: inRoot(resolve(facts.outputSchema, properties[key]), facts.outputSchema),
      firstCitation: citation,
    });
    citation += inner.filter((part) => part.type === "passage").length;
    parts.push(...withTitle(inner, titleOf(key, {})));
  }
  return parts;
}

function isNest(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every(isObject);
  return isObject(value) && !isPrice(value) && (toCell(value) === null || Object.keys(value).length > 1);
}

function withTitle(parts: readonly AnswerPart[], title: string): AnswerPart[] {
  const [first, ...others] = parts;
  if (first?.type === "fields") return [{ ...first, title: first.title ?? title }, ...others];
  return [{ type: "text", text: `**${title}**` }, ...parts];
}

function fieldsPart(
  values: JsonObject,
  properties: JsonObject,
  root: JsonObject,
  facts: PresentFacts,
): AnswerPart {
  const fields = Object.entries(values).map(([key, value]) => {
    const column = columnOf(key, resolve(root, properties[key]), [value], values);
    const title = key === "result" ? phrase(facts.language, "result") : column.title;
    return { ...column, title, value: toCell(value) };
  });
  return { type: "fields", fields: fields.filter(({ key }) => nameWords(key)[0] !== "etag") };
}
