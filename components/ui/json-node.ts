export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

export type JsonKind = "object" | "array" | "string" | "number" | "boolean" | "null";

export function jsonKind(value: JsonValue): JsonKind {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value as "object" | "string" | "number" | "boolean";
}

/** Children of an object or array as name and value; none for anything else. */
export function jsonEntries(value: JsonValue): readonly (readonly [string, JsonValue])[] {
  if (value === null || typeof value !== "object") return [];
  if (Array.isArray(value)) return value.map((item: JsonValue, index) => [String(index), item] as const);
  return Object.entries(value as { readonly [key: string]: JsonValue });
}

/** The branches that are open at first: everything down to `depth`, except what has more than `most` children. */
export function opensAtFirst(value: JsonValue, level: number, depth: number, most = 50): boolean {
  return level < depth && jsonEntries(value).length <= most;
}
