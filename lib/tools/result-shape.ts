import type { JsonSchema } from "#lib/catalog/operation.ts";
import { joinValues } from "#lib/join-values.ts";
import { resolveSchema } from "#lib/tools/form/resolve-schema.ts";
import { isJsonObject, type JsonObject, member } from "#lib/tools/json-object.ts";

export type ValueFormat = "text" | "code" | "number" | "date" | "date-time" | "link" | "yes-no";
export type ShownValue = { readonly format: ValueFormat; readonly value: string | number | boolean | null };
export type ResultColumn = {
  readonly key: string;
  readonly title: string;
  readonly isNumeric: boolean;
  readonly isLong: boolean;
};

/** A result as it is shown to people: what JSON does not say, the operation's schema does. */
export type ResultShape =
  | { readonly kind: "value"; readonly value: ShownValue }
  | { readonly kind: "list"; readonly values: readonly ShownValue[] }
  | {
      readonly kind: "table";
      readonly columns: readonly ResultColumn[];
      /** Columns that only JSON has room for. */
      readonly hiddenTitles: readonly string[];
      readonly rows: readonly (readonly ShownValue[])[];
    }
  | {
      readonly kind: "fields";
      readonly fields: readonly {
        readonly key: string;
        readonly title: string;
        readonly value: ShownValue;
      }[];
      readonly parts: readonly {
        readonly key: string;
        readonly title: string;
        readonly shape: ResultShape;
      }[];
    }
  | { readonly kind: "nothing" }
  /** Too deep for anything but JSON. */
  | { readonly kind: "json"; readonly value: unknown };

const deepest = 4;
const mostColumns = 6;
const longText = 24;
const datePattern = /^\d{4}-\d{2}-\d{2}$/;
const momentPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const codePattern = /^(?=.*\d)[A-Za-z0-9]+([-_:/.][A-Za-z0-9]+)+$/;

/** "openedAt" and "opened_at" as "Opened at". */
export function titleOf(key: string): string {
  const words = key
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/[_-]+/g, " ")
    .trim()
    .split(" ")
    .map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word : word.toLowerCase()))
    .join(" ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const isScalar = (value: unknown): value is string | number | boolean | null | undefined =>
  value === null || ["string", "number", "boolean", "undefined"].includes(typeof value);

const nameKeys = ["name", "title", "label", "id"];

/** Something with parts in one line of a table: its name where it has one. JSON has all of it. */
function inOneLine(value: unknown): string | null {
  if (Array.isArray(value)) {
    const entries = value.map((entry) => inOneLine(entry) ?? "–");
    return entries.length === 0 ? null : joinValues(entries);
  }
  if (!isJsonObject(value)) return value === null || value === undefined ? null : String(value);
  const name = nameKeys.map((key) => member(value, key)).find((one) => typeof one === "string" && one !== "");
  if (typeof name === "string") return name;
  const parts = Object.entries(value).filter(([, inner]) => isScalar(inner) && inner !== null);
  return parts.length === 0 ? null : parts.map(([key, inner]) => `${titleOf(key)}: ${inner}`).join(", ");
}

function shown(value: unknown): ShownValue {
  if (value === null || value === undefined || value === "") return { format: "text", value: null };
  if (typeof value === "number") return { format: "number", value };
  if (typeof value === "boolean") return { format: "yes-no", value };
  if (typeof value !== "string") return { format: "text", value: inOneLine(value) };
  if (datePattern.test(value)) return { format: "date", value };
  if (momentPattern.test(value)) return { format: "date-time", value };
  if (/^https?:\/\/\S+$/.test(value)) return { format: "link", value };
  return { format: codePattern.test(value) && value.length <= 40 ? "code" : "text", value };
}

function titleIn(schema: JsonObject, key: string, root: JsonSchema): string {
  const { title } = resolveSchema(member(schema.properties, key), root);
  return typeof title === "string" && title !== "" ? title : titleOf(key);
}

function tableOf(rows: readonly JsonObject[], schema: JsonObject, root: JsonSchema): ResultShape {
  const items = resolveSchema(schema.items, root);
  const keys = new Set<string>();
  for (const row of rows) for (const key of Object.keys(row)) keys.add(key);
  const filled = [...keys].filter((key) => rows.some((row) => shown(row[key]).value !== null));
  const columns = filled.slice(0, mostColumns).map((key) => ({
    key,
    title: titleIn(items, key, root),
    isNumeric: rows.every((row) => typeof row[key] === "number" || shown(row[key]).value === null),
    isLong: rows.some((row) => String(shown(row[key]).value ?? "").length > longText),
  }));
  return {
    kind: "table",
    columns,
    hiddenTitles: filled.slice(mostColumns).map((key) => titleIn(items, key, root)),
    rows: rows.map((row) => columns.map(({ key }) => shown(row[key]))),
  };
}

function shapeOf(value: unknown, schema: JsonObject, root: JsonSchema, depth: number): ResultShape {
  if (value === null || value === undefined || value === "") return { kind: "nothing" };
  if (isScalar(value)) return { kind: "value", value: shown(value) };
  if (Array.isArray(value)) {
    if (value.length === 0) return { kind: "nothing" };
    if (value.every(isScalar)) return { kind: "list", values: value.map(shown) };
    const [only] = value;
    if (value.length === 1 && isJsonObject(only)) {
      return shapeOf(only, resolveSchema(schema.items, root), root, depth);
    }
    if (value.every(isJsonObject)) return tableOf(value, schema, root);
    return { kind: "json", value };
  }
  if (!isJsonObject(value) || depth >= deepest) return { kind: "json", value };
  const fields: Extract<ResultShape, { kind: "fields" }>["fields"][number][] = [];
  const parts: Extract<ResultShape, { kind: "fields" }>["parts"][number][] = [];
  for (const key of Object.keys(value)) {
    const inner = value[key];
    const title = titleIn(schema, key, root);
    if (isScalar(inner)) fields.push({ key, title, value: shown(inner) });
    else {
      const innerSchema = resolveSchema(member(schema.properties, key), root);
      parts.push({ key, title, shape: shapeOf(inner, innerSchema, root, depth + 1) });
    }
  }
  return fields.length + parts.length === 0 ? { kind: "nothing" } : { kind: "fields", fields, parts };
}

/** How a result is shown: as a value, a list, a table or fields with parts below them. */
export function resultShape(content: unknown, schema: JsonSchema | null): ResultShape {
  const root = schema ?? true;
  return shapeOf(content, resolveSchema(root, root), root, 0);
}
