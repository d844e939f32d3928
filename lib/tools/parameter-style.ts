import type { HttpParameter } from "#lib/catalog/operation.ts";
import { isJsonObject } from "#lib/tools/json-object.ts";

/** Writes a single value; what has no plain text form is written as JSON. */
export function plainText(value: unknown): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}

/** Characters that `allowReserved` leaves as they are; those that end a query or a pair are always encoded. */
function encodeKeepingReserved(text: string): string {
  return encodeURIComponent(text).replace(
    /%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B|5B|5D)/gi,
    decodeURIComponent,
  );
}

function encode(parameter: HttpParameter, value: unknown): string {
  const text = plainText(value);
  return parameter.allowReserved ? encodeKeepingReserved(text) : encodeURIComponent(text);
}

function pairsOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, inner]) => inner !== undefined && inner !== null);
}

/** What stands in the path in place of `{name}`, by RFC 6570 as OpenAPI uses it. */
export function writePathValue(parameter: HttpParameter, value: unknown): string {
  const { name, style, explode } = parameter;
  const write = (inner: unknown) => encode(parameter, inner);
  if (style === "json") return encodeURIComponent(JSON.stringify(value));
  const prefix = style === "label" ? "." : style === "matrix" ? ";" : "";
  const joint = !explode || style === "simple" ? "," : style === "label" ? "." : ";";
  const named = style === "matrix" ? `${encodeURIComponent(name)}=` : "";
  if (Array.isArray(value)) {
    if (style === "matrix" && explode) return prefix + value.map((item) => named + write(item)).join(joint);
    return prefix + named + value.map(write).join(joint);
  }
  if (isJsonObject(value)) {
    const equals = explode ? "=" : ",";
    const pairs = pairsOf(value).map(([key, inner]) => encodeURIComponent(key) + equals + write(inner));
    return prefix + (explode ? "" : named) + pairs.join(joint);
  }
  return prefix + named + write(value);
}

/** The members of a value with their names as `name[member]`, whatever their depth. */
export function deepPairs(name: string, value: unknown): [string, unknown][] {
  if (Array.isArray(value)) return value.flatMap((item, index) => deepPairs(`${name}[${index}]`, item));
  if (isJsonObject(value))
    return pairsOf(value).flatMap(([key, inner]) => deepPairs(`${name}[${key}]`, inner));
  return [[name, value]];
}

/** The `name=value` pairs of a query parameter, encoded. */
export function writeQueryPairs(parameter: HttpParameter, value: unknown): string[] {
  const { name, style, explode } = parameter;
  const pair = (key: string, inner: unknown) => `${encodeURIComponent(key)}=${encode(parameter, inner)}`;
  if (style === "json") return [`${encodeURIComponent(name)}=${encodeURIComponent(JSON.stringify(value))}`];
  if (Array.isArray(value)) {
    if (style === "deepObject") return deepPairs(name, value).map(([key, inner]) => pair(key, inner));
    if (explode) return value.map((item) => pair(name, item));
    const joint = style === "spaceDelimited" ? "%20" : style === "pipeDelimited" ? "%7C" : ",";
    return [`${encodeURIComponent(name)}=${value.map((item) => encode(parameter, item)).join(joint)}`];
  }
  if (isJsonObject(value)) {
    if (style === "deepObject") return deepPairs(name, value).map(([key, inner]) => pair(key, inner));
    if (explode) {
      return pairsOf(value).flatMap(([key, inner]) =>
        (Array.isArray(inner) ? inner : [inner]).map((item) => pair(key, item)),
      );
    }
    const flat = pairsOf(value).map(
      ([key, inner]) => `${encodeURIComponent(key)},${encode(parameter, inner)}`,
    );
    return [`${encodeURIComponent(name)}=${flat.join(",")}`];
  }
  return [pair(name, value)];
}

/** The value of a header parameter, not encoded. */
export function writeHeaderValue(parameter: HttpParameter, value: unknown): string {
  if (parameter.style === "json") return JSON.stringify(value);
  if (Array.isArray(value)) return value.map(plainText).join(",");
  if (!isJsonObject(value)) return plainText(value);
  const equals = parameter.explode ? "=" : ",";
  return pairsOf(value)
    .map(([key, inner]) => key + equals + plainText(inner))
    .join(",");
}
