import { canonicalJson } from "#lib/canonical-json.ts";
import type { JsonSchema } from "#lib/catalog/operation.ts";
import { isJsonObject, type JsonObject } from "#lib/tools/json-object.ts";

/** How far a change reaches: callers break, callers may use more, or nothing that a caller sends or reads changed. */
export type ChangeStep = "major" | "minor" | "patch";

export type SchemaChange = {
  readonly step: ChangeStep;
  /** Names from the outside in, such as `customer.name` or `lines[].amount`; empty for the whole. */
  readonly path: string;
  readonly what:
    | "removed"
    | "added"
    | "added-required"
    | "now-required"
    | "now-optional"
    | "type"
    | "choices-fewer"
    | "choices-more"
    | "narrower"
    | "wider"
    | "closed"
    | "opened"
    | "words"
    | "unjudged";
  readonly before?: unknown;
  readonly after?: unknown;
};

/** What a schema describes: `input` is sent by callers, `output` is read by them. The same change breaks one of the two. */
export type Direction = "input" | "output";

const wordKeys = new Set([
  "title",
  "description",
  "examples",
  "default",
  "deprecated",
  "$comment",
  "example",
]);
const lowest = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"] as const;
const highest = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"] as const;
const judgedKeys = new Set<string>([
  ...wordKeys,
  ...lowest,
  ...highest,
  "type",
  "enum",
  "const",
  "properties",
  "required",
  "items",
  "additionalProperties",
  "nullable",
]);

const asObject = (schema: JsonSchema | undefined): JsonObject =>
  isJsonObject(schema) ? schema : schema === false ? { not: {} } : {};
const same = (a: unknown, b: unknown) =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));
const namesOf = (value: unknown) => new Set(Array.isArray(value) ? value.map(String) : []);

function typesOf(schema: JsonObject): Set<string> | null {
  const types = schema.type === undefined ? null : [schema.type].flat().map(String);
  if (!types) return null;
  const all = new Set(types);
  // Every integer is a number.
  if (all.has("number")) all.add("integer");
  if (schema.nullable === true) all.add("null");
  return all;
}

function choicesOf(schema: JsonObject): Set<string> | null {
  if (schema.const !== undefined) return new Set([canonicalJson(schema.const)]);
  return Array.isArray(schema.enum) ? new Set(schema.enum.map((value) => canonicalJson(value))) : null;
}

/** Whether all that `inner` allows is allowed by `outer`; null allows everything. */
function isWithin(inner: Set<string> | null, outer: Set<string> | null): boolean {
  if (outer === null) return true;
  return inner ? [...inner].every((value) => outer.has(value)) : false;
}

const limit = (schema: JsonObject, key: string, otherwise: number) =>
  typeof schema[key] === "number" ? schema[key] : otherwise;

class Comparison {
  readonly found: SchemaChange[] = [];
  readonly #direction: Direction;

  constructor(direction: Direction) {
    this.#direction = direction;
  }

  /** Fewer allowed values break whoever sends them, more break whoever reads them. */
  #less(isLess: boolean): ChangeStep {
    return isLess === (this.#direction === "input") ? "major" : "minor";
  }

  compare(path: string, beforeSchema: JsonSchema | undefined, afterSchema: JsonSchema | undefined): void {
    if (same(beforeSchema, afterSchema)) return;
    const [before, after] = [asObject(beforeSchema), asObject(afterSchema)];
    this.#types(path, before, after);
    this.#choices(path, before, after);
    this.#limits(path, before, after);
    this.#properties(path, before, after);
    this.#openness(path, before, after);
    if (before.items !== undefined || after.items !== undefined)
      this.compare(
        `${path}[]`,
        before.items as JsonSchema | undefined,
        after.items as JsonSchema | undefined,
      );
    this.#rest(path, before, after);
  }

  #types(path: string, before: JsonObject, after: JsonObject): void {
    const [was, is] = [typesOf(before), typesOf(after)];
    const [fits, fitted] = [isWithin(was, is), isWithin(is, was)];
    if (fits && fitted) return;
    const step = !fits && !fitted ? "major" : this.#less(!fits);
    this.found.push({ step, path, what: "type", before: before.type ?? null, after: after.type ?? null });
  }

  #choices(path: string, before: JsonObject, after: JsonObject): void {
    const [was, is] = [choicesOf(before), choicesOf(after)];
    const listed = (choices: Set<string> | null, others: Set<string> | null) =>
      [...(choices ?? [])].filter((choice) => !others?.has(choice)).map((choice) => JSON.parse(choice));
    if (!isWithin(was, is))
      this.found.push({
        step: this.#less(true),
        path,
        what: "choices-fewer",
        before: listed(was, is),
        after: [...(is ?? [])].map((choice) => JSON.parse(choice)),
      });
    if (!isWithin(is, was))
      this.found.push({
        step: this.#less(false),
        path,
        what: "choices-more",
        before: [...(was ?? [])].map((choice) => JSON.parse(choice)),
        after: listed(is, was),
      });
  }

  #limits(path: string, before: JsonObject, after: JsonObject): void {
    const note = (key: string, isNarrower: boolean) =>
      this.found.push({
        step: this.#less(isNarrower),
        path,
        what: isNarrower ? "narrower" : "wider",
        before: { [key]: before[key] ?? null },
        after: { [key]: after[key] ?? null },
      });
    for (const key of lowest) {
      const [was, is] = [limit(before, key, -Infinity), limit(after, key, -Infinity)];
      if (was !== is) note(key, is > was);
    }
    for (const key of highest) {
      const [was, is] = [limit(before, key, Infinity), limit(after, key, Infinity)];
      if (was !== is) note(key, is < was);
    }
  }

  #properties(path: string, before: JsonObject, after: JsonObject): void {
    const [was, is] = [asObject(before.properties as JsonSchema), asObject(after.properties as JsonSchema)];
    const [needed, needs] = [namesOf(before.required), namesOf(after.required)];
    const inside = (name: string) => (path === "" ? name : `${path}.${name}`);
    const isInput = this.#direction === "input";
    for (const name of new Set([...Object.keys(was), ...Object.keys(is)])) {
      const at = inside(name);
      if (!Object.hasOwn(is, name)) this.found.push({ step: "major", path: at, what: "removed" });
      else if (!Object.hasOwn(was, name)) {
        const isForced = isInput && needs.has(name);
        this.found.push({
          step: isForced ? "major" : "minor",
          path: at,
          what: isForced ? "added-required" : "added",
        });
      } else {
        if (needs.has(name) && !needed.has(name))
          this.found.push({ step: isInput ? "major" : "minor", path: at, what: "now-required" });
        if (!needs.has(name) && needed.has(name))
          this.found.push({ step: isInput ? "minor" : "major", path: at, what: "now-optional" });
        this.compare(at, was[name] as JsonSchema, is[name] as JsonSchema);
      }
    }
  }

  #openness(path: string, before: JsonObject, after: JsonObject): void {
    const [was, is] = [before.additionalProperties ?? true, after.additionalProperties ?? true];
    if (same(was, is)) return;
    if (is === false)
      this.found.push({ step: this.#direction === "input" ? "major" : "patch", path, what: "closed" });
    else if (was === false) this.found.push({ step: "minor", path, what: "opened" });
    else this.found.push({ step: "major", path, what: "unjudged", before: was, after: is });
  }

  /** Words are for people; any other keyword that differs is taken for a break, because nobody can tell. */
  #rest(path: string, before: JsonObject, after: JsonObject): void {
    const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
      (key) => !same(before[key], after[key]),
    );
    if (changed.some((key) => wordKeys.has(key))) this.found.push({ step: "patch", path, what: "words" });
    for (const key of changed.filter((name) => !judgedKeys.has(name))) {
      this.found.push({
        step: "major",
        path,
        what: "unjudged",
        before: { [key]: before[key] ?? null },
        after: { [key]: after[key] ?? null },
      });
    }
  }
}

/** What differs between two JSON Schemas, and how far each difference reaches; nothing for equal ones. */
export function schemaChanges(
  direction: Direction,
  before: JsonSchema | undefined,
  after: JsonSchema | undefined,
): readonly SchemaChange[] {
  const comparison = new Comparison(direction);
  comparison.compare("", before, after);
  return comparison.found;
}
