import type { JsonObject } from "#lib/models/extractive/schema.ts";
import { nameWords } from "#lib/models/extractive/words.ts";

export type LeafType = "string" | "number" | "integer" | "boolean" | "object" | "array" | "unknown";

/** One input of an operation that can take a value. */
export interface Leaf {
  /** Property names from the root. */
  readonly keys: readonly string[];
  readonly path: string;
  readonly name: string;
  /** Words of the name and title, folded. */
  readonly words: readonly string[];
  readonly description: string;
  readonly type: LeafType;
  readonly isArray: boolean;
  /** Fewest items of an array; 0 for other types. */
  readonly minItems: number;
  /** The leaf's own schema; for an array, that of its items. */
  readonly schema: JsonObject;
  /** Required itself, and so is every object above it. */
  readonly isRequired: boolean;
  readonly hasDefault: boolean;
  /** Objects above that are not required: filling one leaf makes the required ones beside it necessary. */
  readonly optionalParent: string | null;
  readonly isRequiredInParent: boolean;
  /** The branch of a `oneOf` that the leaf belongs to, and what the branch fixes. */
  readonly branch: { readonly at: string; readonly index: number; readonly constants: JsonObject } | null;
}

const maxDepth = 5;
const maxLeaves = 120;
/** Plumbing that people never name in a request. */
const plumbing = /^(?:x-|if-|idempotency|cursor$|offset$|page(?:_?token|_?number)?$|next_?cursor$)/iu;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

interface Place {
  readonly keys: readonly string[];
  readonly isRequired: boolean;
  readonly isRequiredInParent: boolean;
  readonly optionalParent: string | null;
  readonly branch: Leaf["branch"];
  readonly depth: number;
}

/** The leaves of an input schema in their order. `$ref`s within the schema are followed; deeper than five levels is left to the form. */
export function readLeaves(root: JsonObject): Leaf[] {
  const leaves: Leaf[] = [];
  const start: Place = {
    keys: [],
    isRequired: true,
    isRequiredInParent: true,
    optionalParent: null,
    branch: null,
    depth: 0,
  };
  walk(root, root, start, leaves);
  return leaves;
}

function walk(root: JsonObject, raw: unknown, place: Place, leaves: Leaf[]): void {
  if (place.depth > maxDepth || leaves.length >= maxLeaves) return;
  const schema = resolve(root, raw);
  const branches = branchesOf(root, schema);
  if (branches.length > 1 && branches.every((branch) => isObject(branch.properties))) {
    branches.forEach((branch, index) => {
      const constants = constantsOf(root, branch);
      const at = place.keys.join(".");
      walkProperties(
        root,
        branch,
        { ...place, branch: { at, index, constants } },
        leaves,
        new Set(Object.keys(constants)),
      );
    });
    return;
  }
  if (isObject(schema.properties)) {
    walkProperties(root, schema, place, leaves, new Set());
    return;
  }
  if (place.keys.length === 0) return;
  const isArray = schema.type === "array";
  const own = isArray ? resolve(root, schema.items) : schema;
  if (isArray && isObject(own.properties)) {
    leaves.push(makeLeaf(schema, schema, "array", place));
    return;
  }
  leaves.push(makeLeaf(own, schema, typeOf(own), place, isArray));
}

function walkProperties(
  root: JsonObject,
  schema: JsonObject,
  place: Place,
  leaves: Leaf[],
  skipped: ReadonlySet<string>,
): void {
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const optionalParent =
    place.isRequired || place.keys.length === 0 ? place.optionalParent : place.keys.join(".");
  for (const [name, property] of Object.entries(isObject(schema.properties) ? schema.properties : {})) {
    if (skipped.has(name) || plumbing.test(name)) continue;
    walk(
      root,
      property,
      {
        keys: [...place.keys, name],
        isRequired: place.isRequired && place.branch === null && required.has(name),
        isRequiredInParent: required.has(name),
        optionalParent: place.branch && place.keys.length > 0 ? place.keys.join(".") : optionalParent,
        branch: place.branch,
        depth: place.depth + 1,
      },
      leaves,
    );
  }
}

function makeLeaf(own: JsonObject, outer: JsonObject, type: LeafType, place: Place, isArray = false): Leaf {
  const name = place.keys.at(-1) ?? "";
  const title = typeof outer.title === "string" ? outer.title : "";
  const description = [outer.description, own.description].find((text) => typeof text === "string");
  return {
    keys: place.keys,
    path: place.keys.join("."),
    name,
    words: [...new Set([...nameWords(name), ...nameWords(title)])],
    description: typeof description === "string" ? description : "",
    type,
    isArray,
    minItems: isArray && typeof outer.minItems === "number" ? outer.minItems : 0,
    schema: own,
    isRequired: place.isRequired && outer.default === undefined,
    hasDefault: outer.default !== undefined,
    optionalParent: place.optionalParent,
    isRequiredInParent: place.isRequiredInParent && outer.default === undefined,
    branch: place.branch,
  };
}

function typeOf(schema: JsonObject): LeafType {
  const types = Array.isArray(schema.type) ? schema.type.filter((one) => one !== "null") : [schema.type];
  const [type] = types;
  if (Array.isArray(schema.enum) && type === undefined) return "string";
  return types.length === 1 && typeof type === "string" ? (type as LeafType) : "unknown";
}

/** Follows references, merges `allOf`, and takes the one branch beside `null` of an `anyOf`. */
export function resolve(root: JsonObject, raw: unknown, depth = 0): JsonObject {
  if (!isObject(raw) || depth > 12) return {};
  let schema = raw;
  if (typeof schema.$ref === "string") {
    const { $ref, ...beside } = schema;
    schema = { ...resolve(root, lookUp(root, $ref as string), depth + 1), ...beside };
  }
  if (Array.isArray(schema.allOf)) {
    const { allOf, ...beside } = schema;
    const parts = (allOf as unknown[]).map((part) => resolve(root, part, depth + 1));
    const merged: JsonObject = Object.assign({}, ...parts, beside);
    const properties = Object.assign({}, ...[...parts, beside].map((part) => part.properties ?? {}));
    const required = [...parts, beside].flatMap((part) =>
      Array.isArray(part.required) ? part.required : [],
    );
    schema = { ...merged, ...(Object.keys(properties).length > 0 ? { properties, required } : {}) };
  }
  const [only, ...others] = branchesOf(root, schema, depth);
  if (only && others.length === 0) {
    const { anyOf: _any, oneOf: _one, ...beside } = schema;
    schema = { ...only, ...beside };
  }
  return schema;
}

function branchesOf(root: JsonObject, schema: JsonObject, depth = 0): JsonObject[] {
  const list = Array.isArray(schema.oneOf) ? schema.oneOf : Array.isArray(schema.anyOf) ? schema.anyOf : [];
  return list.map((branch) => resolve(root, branch, depth + 1)).filter((branch) => branch.type !== "null");
}

function lookUp(root: JsonObject, reference: string): unknown {
  if (!reference.startsWith("#/")) return {};
  return reference
    .slice(2)
    .split("/")
    .reduce<unknown>((value, key) => {
      return isObject(value) ? value[key.replace(/~1/gu, "/").replace(/~0/gu, "~")] : undefined;
    }, root);
}

function constantsOf(root: JsonObject, branch: JsonObject): JsonObject {
  const constants: JsonObject = {};
  for (const [name, property] of Object.entries(isObject(branch.properties) ? branch.properties : {})) {
    const { const: fixed, enum: values } = resolve(root, property);
    if (fixed !== undefined) constants[name] = fixed;
    else if (Array.isArray(values) && values.length === 1) constants[name] = values[0];
  }
  return constants;
}
