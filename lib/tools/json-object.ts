export type JsonObject = { [key: string]: unknown };

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An own member of an object; never something that comes from its prototype. */
export function member(value: unknown, name: string): unknown {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The steps of a JSON pointer (RFC 6901), with or without a leading `#`; undefined when it is none. */
export function parsePointer(pointer: string): string[] | undefined {
  const text = pointer.startsWith("#") ? pointer.slice(1) : pointer;
  if (text === "") return [];
  if (!text.startsWith("/")) return undefined;
  return text
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

export function formatPointer(steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** A JSON pointer for a reader, such as `lines › 0 › amount`; `whole` for the value itself. */
export function readPointer(pointer: string, whole: string): string {
  return (parsePointer(pointer) ?? []).join(" › ") || whole;
}

/** What stands at the end of a path, or undefined. */
export function valueAt(value: unknown, steps: readonly (string | number)[]): unknown {
  let current = value;
  for (const step of steps) {
    current = Array.isArray(current) ? current[Number(step)] : member(current, String(step));
  }
  return current;
}
