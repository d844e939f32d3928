import { isJsonObject } from "#lib/tools/json-object.ts";

/** A part of a server's address that whoever connects it chooses. */
export type ServerVariable = {
  readonly name: string;
  readonly description: string;
  /** The only values that the document allows; empty when any will do. */
  readonly values: readonly string[];
  /** What the document fills in by itself; null when it says nothing. */
  readonly standard: string | null;
};

const mostVariables = 20;
const mostValues = 200;
const mark = /\{([^{}]+)\}/g;

const textOf = (value: unknown) =>
  typeof value === "string" || typeof value === "number" ? String(value).slice(0, 400) : null;

/** The variables that an address holds, in their order, as a server of the document describes them. */
export function serverVariables(written: string, described: unknown): ServerVariable[] {
  const names = new Set([...written.matchAll(mark)].map(([, name = ""]) => name));
  return [...names].slice(0, mostVariables).map((name) => {
    const one = isJsonObject(described) && Object.hasOwn(described, name) ? described[name] : undefined;
    const variable = isJsonObject(one) ? one : {};
    const values = Array.isArray(variable.enum) ? variable.enum : [];
    return {
      name: name.slice(0, 100),
      description: typeof variable.description === "string" ? variable.description.slice(0, 400) : "",
      values: [...new Set(values.flatMap((value) => textOf(value) ?? []))].slice(0, mostValues),
      standard: textOf(variable.default),
    };
  });
}

/** An address with its variables filled in; those without a value stay as they are written. */
export function fillServer(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(mark, (written, name: string) =>
    Object.hasOwn(values, name) && values[name] !== "" ? (values[name] ?? written) : written,
  );
}

/** What stands in an address for each variable; null when the address is not made from this template. */
export function readServer(template: string, address: string): Readonly<Record<string, string>> | null {
  const marks = [...template.matchAll(mark)];
  const [first] = marks;
  if (!first || marks.length > mostVariables || !address.startsWith(template.slice(0, first.index)))
    return null;
  const values: [string, string][] = [];
  let at = first.index;
  for (const [index, found] of marks.entries()) {
    const [whole, name = ""] = found;
    const next = marks[index + 1];
    const after = template.slice(found.index + whole.length, next?.index);
    const rest = next ? after : after.replace(/\/+$/, "");
    // Two variables side by side cannot be told apart.
    if (next && rest === "") return null;
    const end = next ? address.indexOf(rest, at) : address.replace(/\/+$/, "").length - rest.length;
    if (end < at || !address.startsWith(rest, end)) return null;
    const value = address.slice(at, end);
    const isInPath = template.slice(template.indexOf("://") + 3, found.index).includes("/");
    if ((isInPath ? /[?#]/ : /[/?#]/).test(value)) return null;
    if (value !== "" && value !== whole) values.push([name, value]);
    at = end + rest.length;
  }
  return Object.fromEntries(values);
}
