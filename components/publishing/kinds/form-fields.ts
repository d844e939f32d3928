import type { JsonSchema } from "#lib/catalog/operation.ts";
import { isJsonObject, type JsonObject } from "#lib/tools/json-object.ts";

export const fieldKinds = ["text", "long", "number", "choice", "date", "yes-no"] as const;
export type FormFieldKind = (typeof fieldKinds)[number];

/** One field of a form as it is built; `rest` is what else its schema says, and stays. */
export type FormField = {
  /** As the template names it. */
  readonly name: string;
  readonly label: string;
  readonly help: string;
  /** `other` has a shape that only its JSON can say. */
  readonly kind: FormFieldKind | "other";
  readonly choices: readonly string[];
  readonly isRequired: boolean;
  readonly rest: JsonObject;
};

const text = (value: unknown) => (typeof value === "string" ? value : "");
const ownWords = ["title", "description", "type", "enum", "format", "x-weft-multiline"];

function kindOf(schema: JsonObject): FormField["kind"] {
  const { type, format } = schema;
  const isPlain = !("$ref" in schema) && !("anyOf" in schema) && !("oneOf" in schema) && !("allOf" in schema);
  if (!isPlain) return "other";
  if (Array.isArray(schema.enum))
    return schema.enum.every((one) => typeof one === "string") ? "choice" : "other";
  if (type === "boolean") return "yes-no";
  if (type === "number" || type === "integer") return "number";
  if (type !== "string") return "other";
  if (format === "date") return "date";
  if (schema["x-weft-multiline"] === true || format === "multiline") return "long";
  return format === undefined ? "text" : "other";
}

/** The fields of a form; null when the schema is none of an object with named properties. */
export function fieldsOf(schema: JsonSchema): FormField[] | null {
  if (!isJsonObject(schema) || schema.type !== "object") return null;
  const properties = schema.properties ?? {};
  if (!isJsonObject(properties)) return null;
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(properties).map(([name, property]) => {
    const of = isJsonObject(property) ? property : {};
    const kind = isJsonObject(property) ? kindOf(of) : "other";
    const rest = Object.entries(of).filter(([word]) => kind === "other" || !ownWords.includes(word));
    return {
      name,
      label: text(of.title),
      help: text(of.description),
      kind,
      choices: kind === "choice" && Array.isArray(of.enum) ? of.enum.map(String) : [],
      isRequired: required.includes(name),
      rest: Object.fromEntries(rest),
    };
  });
}

/** Words that mean nothing for the new kind of a field would be nonsense in its schema. */
const wordsOf: Readonly<Record<FormFieldKind, readonly string[]>> = {
  text: ["minLength", "maxLength", "pattern"],
  long: ["minLength", "maxLength", "pattern"],
  number: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  choice: [],
  date: [],
  "yes-no": [],
};
const everyKind = ["default", "examples", "deprecated"];

/** The field as another kind. */
export function asKind(field: FormField, kind: FormFieldKind): FormField {
  const kept = Object.entries(field.rest).filter(
    ([word]) => wordsOf[kind].includes(word) || word === "deprecated",
  );
  return { ...field, kind, rest: Object.fromEntries(kept) };
}

function schemaOfField(field: FormField): JsonObject {
  const { kind, label, help, rest, choices } = field;
  if (kind === "other") return rest;
  const said = { ...(label ? { title: label } : {}), ...(help ? { description: help } : {}) };
  const kept = Object.fromEntries(
    Object.entries(rest).filter(
      ([word]) => wordsOf[kind].includes(word) || everyKind.includes(word) || /^x-/.test(word),
    ),
  );
  switch (kind) {
    case "text":
      return { type: "string", ...said, ...kept };
    case "long":
      return { type: "string", ...said, ...kept, "x-weft-multiline": true };
    case "number":
      return { type: "number", ...said, ...kept };
    case "date":
      return { type: "string", format: "date", ...said, ...kept };
    case "yes-no":
      return { type: "boolean", ...said, ...kept };
    case "choice":
      return { type: "string", ...said, ...kept, enum: [...new Set(choices)] };
  }
}

/** A name that no earlier field has, so that no field is lost while two are named alike. */
function uniqueName(wanted: string, taken: ReadonlySet<string>): string {
  const base = wanted || "field";
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}_${number}`;
    if (!taken.has(name)) return name;
  }
}

/** The schema of a form; what it said besides its fields stays. */
export function schemaOf(fields: readonly FormField[], before: JsonSchema): JsonObject {
  const properties: JsonObject = {};
  const required: string[] = [];
  const taken = new Set<string>();
  for (const field of fields) {
    const name = uniqueName(field.name, taken);
    taken.add(name);
    // `__proto__` is a name like any other in JSON.
    Object.defineProperty(properties, name, { value: schemaOfField(field), enumerable: true });
    if (field.isRequired) required.push(name);
  }
  const { required: _required, ...rest } = isJsonObject(before) ? before : {};
  return { ...rest, type: "object", properties, ...(required.length > 0 ? { required } : {}) };
}

/** A label as a name in a template: `Which office?` as `whichOffice`. */
export function nameFromLabel(label: string): string {
  const words = label
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  const name = words
    .map((word, at) =>
      at === 0 ? word.charAt(0).toLowerCase() + word.slice(1) : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join("")
    .slice(0, 40);
  return /^[A-Za-z]/.test(name) ? name : name ? `field${name}` : "";
}
