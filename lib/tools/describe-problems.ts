import type { ErrorObject } from "ajv";
import type { FieldProblem } from "#lib/errors.ts";
import { formatPointer } from "#lib/tools/json-object.ts";

const typeWords: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  object: "an object",
  array: "a list",
  null: "empty (null)",
};

const formatWords: Readonly<Record<string, string>> = {
  date: "a date such as 2026-05-09",
  "date-time": "a date with time and zone such as 2026-05-09T14:30:00Z",
  time: "a time with zone such as 14:30:00Z",
  email: "an e-mail address",
  uri: "a complete web address",
  uuid: "a UUID",
  ipv4: "an IPv4 address",
  ipv6: "an IPv6 address",
  hostname: "a host name",
};

const quantity = (count: unknown, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

function listOf(values: unknown): string {
  const all = Array.isArray(values) ? values : [];
  const shown = all
    .slice(0, 10)
    .map((value) => JSON.stringify(value))
    .join(", ");
  return all.length > 10 ? `${shown} and ${all.length - 10} more` : shown;
}

const sentences: Readonly<Record<string, (params: Record<string, unknown>) => string>> = {
  required: () => "is missing.",
  dependentRequired: (p) => `is needed when ${p.property} is given.`,
  additionalProperties: () => "is not an input here.",
  unevaluatedProperties: () => "is not an input here.",
  enum: (p) => `must be one of ${listOf(p.allowedValues)}.`,
  const: (p) => `must be ${JSON.stringify(p.allowedValue)}.`,
  minimum: (p) => `must be at least ${p.limit}.`,
  maximum: (p) => `must be at most ${p.limit}.`,
  exclusiveMinimum: (p) => `must be more than ${p.limit}.`,
  exclusiveMaximum: (p) => `must be less than ${p.limit}.`,
  multipleOf: (p) => `must be a multiple of ${p.multipleOf}.`,
  minLength: (p) => (p.limit === 1 ? "must not be empty." : `must have at least ${p.limit} characters.`),
  maxLength: (p) => `must have at most ${quantity(p.limit, "character", "characters")}.`,
  minItems: (p) => `needs at least ${quantity(p.limit, "entry", "entries")}.`,
  maxItems: (p) => `may have at most ${quantity(p.limit, "entry", "entries")}.`,
  minProperties: (p) => `needs at least ${quantity(p.limit, "value", "values")}.`,
  maxProperties: (p) => `may have at most ${quantity(p.limit, "value", "values")}.`,
  uniqueItems: () => "must not hold the same entry twice.",
  contains: () => "lacks an entry of the kind that is needed.",
  pattern: (p) => `does not have the expected form (${p.pattern}).`,
  format: (p) => `must be ${formatWords[String(p.format)] ?? `of the form "${p.format}"`}.`,
  anyOf: () => "fits none of the choices.",
  oneOf: (p) => (p.passingSchemas ? "fits more than one of the choices." : "fits none of the choices."),
  not: () => "is not allowed.",
  "false schema": () => "is not allowed.",
  propertyNames: (p) => `has a name that is not allowed: ${p.propertyName}.`,
  type: (p) => {
    const types = Array.isArray(p.type) ? p.type : [p.type];
    return `must be ${types.map((type) => typeWords[String(type)] ?? type).join(" or ")}.`;
  },
};

function pathOf(error: ErrorObject): string {
  const { missingProperty, additionalProperty, unevaluatedProperty } = error.params;
  const name = missingProperty ?? additionalProperty ?? unevaluatedProperty;
  return typeof name === "string" ? error.instancePath + formatPointer([name]) : error.instancePath;
}

/** Leaves of a failed choice say more than "fits none", as long as they are few. */
function withoutNoise(errors: readonly ErrorObject[]): ErrorObject[] {
  let kept: ErrorObject[] = [];
  for (const error of errors) {
    const isChoice = error.keyword === "anyOf" || (error.keyword === "oneOf" && !error.params.passingSchemas);
    if (!isChoice) {
      if (error.keyword !== "if") kept.push(error);
      continue;
    }
    const isInside = (other: ErrorObject) => `${other.instancePath}/`.startsWith(`${error.instancePath}/`);
    const leaves = kept.filter((other) => isInside(other) && other.params.type !== "null");
    kept = kept.filter((other) => !isInside(other));
    kept.push(...(leaves.length > 0 && leaves.length <= 2 ? leaves : [error]));
  }
  return kept;
}

/** Ajv's errors as sentences that continue the field's name, one per place; paths are JSON pointers. */
export function describeProblems(errors: readonly ErrorObject[]): FieldProblem[] {
  const problems = new Map<string, FieldProblem>();
  for (const error of withoutNoise(errors)) {
    const path = pathOf(error);
    const message = sentences[error.keyword]?.(error.params) ?? `${error.message ?? "is not valid"}.`;
    if (!problems.has(path)) problems.set(path, { path, message });
  }
  return [...problems.values()].slice(0, 20);
}
