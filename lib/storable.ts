/** How deep a JSON value may be nested; what is deeper is nobody's data, and breaks what walks through it. */
const deepest = 100;
const tooDeep = "[nested too deeply]";

/** Text as PostgreSQL can hold it: without NUL, and with halves of characters replaced. */
export function storableText(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}

/** The same for every text and every name in a JSON value; what is nested too deeply is left out. */
export function storableJson<T>(value: T): T {
  return clean(value, 0) as T;
}

function clean(value: unknown, depth: number): unknown {
  if (typeof value === "string") return storableText(value);
  if (typeof value !== "object" || value === null || "toJSON" in value) return value;
  if (depth > deepest) return tooDeep;
  if (Array.isArray(value)) return value.map((inner) => clean(inner, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [storableText(name), clean(inner, depth + 1)]),
  );
}

/** Place of the first value in a JSON value that could not be stored as it is, as a JSON pointer. */
export function unstorablePlace(value: unknown, place = "", depth = 0): string | undefined {
  if (typeof value === "string") return storableText(value) === value ? undefined : place;
  if (typeof value !== "object" || value === null) return undefined;
  if (depth > deepest) return place;
  for (const [name, inner] of Object.entries(value)) {
    const here = `${place}/${storableText(name).replaceAll("~", "~0").replaceAll("/", "~1")}`;
    const found = storableText(name) === name ? unstorablePlace(inner, here, depth + 1) : here;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What to say of the value at `unstorablePlace`. */
export const unstorable =
  "holds a character that cannot be stored, or is nested too deeply. Take that out and send again.";
