/**
 * The canonical text of a JSON value by RFC 8785: members sorted by UTF-16 code units, no spaces, numbers
 * and strings as ECMAScript writes them. Members that are `undefined` are left out, as in JSON. Throws a
 * TypeError for what has no single JSON text: NaN, infinities, lone surrogates, cycles, other classes.
 */
export function canonicalJson(value: unknown): string {
  return write(value, new Set());
}

function write(value: unknown, above: Set<object>): string {
  switch (typeof value) {
    case "boolean":
      return String(value);
    case "number":
      if (!Number.isFinite(value)) throw new TypeError(`${value} has no JSON text.`);
      return JSON.stringify(value);
    case "string":
      return writeString(value);
    case "object":
      return value === null ? "null" : writeObject(value, above);
    default:
      throw new TypeError(`A ${typeof value} has no JSON text.`);
  }
}

function writeString(value: string): string {
  if (!value.isWellFormed()) throw new TypeError("A string with half a character has no canonical text.");
  return JSON.stringify(value);
}

function writeObject(value: object, above: Set<object>): string {
  if (above.has(value)) throw new TypeError("A value that holds itself has no JSON text.");
  above.add(value);
  const text = Array.isArray(value)
    ? `[${Array.from(value, (item) => write(item, above)).join(",")}]`
    : `{${writeMembers(value, above)}}`;
  above.delete(value);
  return text;
}

function writeMembers(value: object, above: Set<object>): string {
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new TypeError(`A ${value.constructor.name} has no JSON text.`);
  }
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${writeString(name)}:${write(member, above)}`)
    .join(",");
}
