/** Text as PostgreSQL can hold it: without NUL, and with halves of characters replaced. */
export function storableText(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}

/** The same for every text and every name in a JSON value. */
export function storableJson<T>(value: T): T {
  return clean(value) as T;
}

function clean(value: unknown): unknown {
  if (typeof value === "string") return storableText(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== "object" || value === null || "toJSON" in value) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [storableText(name), clean(inner)]));
}

/** Place and kind of the first text in a JSON value that could not be stored as it is; a JSON pointer. */
export function unstorablePlace(value: unknown, place = ""): string | undefined {
  if (typeof value === "string") return storableText(value) === value ? undefined : place;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const here = `${place}/${storableText(name).replaceAll("~", "~0").replaceAll("/", "~1")}`;
    const found = storableText(name) === name ? unstorablePlace(inner, here) : here;
    if (found !== undefined) return found;
  }
  return undefined;
}
