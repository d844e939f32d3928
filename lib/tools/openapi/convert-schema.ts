import type { JsonSchema } from "#lib/catalog/operation.ts";
import { isJsonObject, type JsonObject, member, valueAt } from "#lib/tools/json-object.ts";
import { formatPlace, type Place, type Problem, unusable } from "#lib/tools/openapi/problem.ts";
import { targetOf } from "#lib/tools/openapi/references.ts";
import {
  isFlag,
  plainKeywords,
  schemaKeywords,
  schemaListKeywords,
  schemaMapKeywords,
  typeNames,
} from "#lib/tools/openapi/schema-keywords.ts";

/** Most schemas that one operation may reach; more than that is more than a person or a model can use. */
const maxSchemas = 5000;
const maxReported = 50;

export type SchemaConverter = {
  /** One schema of the document as JSON Schema 2020-12; what it refers to is kept as `#/$defs/...`. */
  readonly convert: (schema: unknown, place: Place) => JsonSchema;
  /** All definitions that the converted schemas need. */
  readonly definitions: () => { [name: string]: JsonSchema };
};

/**
 * Makes a converter for one direction. In input, properties that only the server writes are left out;
 * in output, those that only the caller writes. Keywords in a wrong form are left out and reported.
 */
export function createSchemaConverter(
  document: JsonObject,
  options: { readonly is30: boolean; readonly direction: "input" | "output"; readonly problems: Problem[] },
): SchemaConverter {
  const { is30, direction, problems } = options;
  const hiddenFlag = direction === "input" ? "readOnly" : "writeOnly";
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const waiting: { name: string; place: Place }[] = [];
  const reported = new Set<string>();
  let converted = 0;

  function report(place: Place, message: string): void {
    const problem = { place: formatPlace(place), message };
    const key = `${problem.place} ${message}`;
    if (!reported.has(key) && reported.size < maxReported) problems.push(problem);
    reported.add(key);
  }

  function refer(reference: unknown, place: Place): string {
    const target = targetOf(document, reference, place);
    const key = JSON.stringify(target);
    let name = names.get(key);
    if (name === undefined) {
      const wanted = String(target.at(-1) ?? "document").replace(/[^A-Za-z0-9_.-]/g, "_");
      name = wanted;
      for (let i = 2; taken.has(name); i += 1) name = `${wanted}_${i}`;
      taken.add(name);
      names.set(key, name);
      waiting.push({ name, place: target });
    }
    return `#/$defs/${name}`;
  }

  function isHidden(schema: unknown): boolean {
    return isJsonObject(schema) && schema[hiddenFlag] === true;
  }

  function convertMembers(members: JsonObject, place: Place, hides: boolean): JsonObject {
    const kept = Object.entries(members).filter(([, inner]) => !(hides && isHidden(inner)));
    return Object.fromEntries(kept.map(([name, inner]) => [name, convert(inner, [...place, name])]));
  }

  function convertTypes(source: JsonObject, target: JsonObject, place: Place): void {
    if (source.type === undefined) return;
    const types = [...new Set(Array.isArray(source.type) ? source.type : [source.type])];
    const known = types.filter((type) => typeNames.has(type));
    if (known.length < types.length)
      report(place, `the type "${types.join(", ")}" is not known and was left out.`);
    if (known.length === 1) target.type = known[0];
    if (known.length > 1) target.type = known;
  }

  /** Says in 2020-12 what OpenAPI 3.0 says in its own words. */
  function convert30(source: JsonObject, target: JsonObject): JsonObject {
    for (const bound of ["Minimum", "Maximum"] as const) {
      const plain = bound.toLowerCase();
      if (source[`exclusive${bound}`] !== true || target[plain] === undefined) continue;
      target[`exclusive${bound}`] = target[plain];
      delete target[plain];
    }
    if (source.nullable !== true) return target;
    if (Array.isArray(target.enum) && !target.enum.includes(null)) target.enum = [...target.enum, null];
    if (typeof target.type === "string" && target.allOf === undefined) {
      return { ...target, type: [target.type, "null"] };
    }
    return target.allOf || target.anyOf || target.oneOf ? { anyOf: [target, { type: "null" }] } : target;
  }

  function convert(schema: unknown, place: Place): JsonSchema {
    if (typeof schema === "boolean") return schema;
    if (!isJsonObject(schema)) {
      report(place, "a schema is expected here; anything is accepted instead.");
      return true;
    }
    converted += 1;
    if (converted > maxSchemas) throw unusable(place, `more than ${maxSchemas} schemas belong to it.`);
    const target: JsonObject = {};
    if (schema.$ref !== undefined) {
      target.$ref = refer(schema.$ref, place);
      // In 3.0 nothing beside a reference counts, yet documents describe it there, and a description binds nobody.
      if (is30 && typeof schema.description === "string") target.description = schema.description;
      if (is30) return target;
    }
    convertTypes(schema, target, place);
    for (const [keyword, isRight] of Object.entries(plainKeywords)) {
      const value = schema[keyword];
      if (value === undefined || (is30 && keyword.startsWith("exclusive") && isFlag(value))) continue;
      if (isRight(value)) target[keyword] = value;
      else report([...place, keyword], "it does not have the right form and was left out.");
    }
    if (schema.example !== undefined && !target.examples) target.examples = [schema.example];
    for (const keyword of schemaKeywords) {
      if (schema[keyword] !== undefined) target[keyword] = convert(schema[keyword], [...place, keyword]);
    }
    for (const keyword of schemaListKeywords) {
      const list = schema[keyword];
      if (Array.isArray(list) && list.length > 0) {
        target[keyword] = list.map((inner, index) => convert(inner, [...place, keyword, index]));
      }
    }
    for (const keyword of schemaMapKeywords) {
      const members = schema[keyword];
      if (isJsonObject(members)) {
        target[keyword] = convertMembers(members, [...place, keyword], keyword === "properties");
      }
    }
    if (Array.isArray(target.required)) {
      const { properties } = schema;
      target.required = [...new Set(target.required)].filter((name) => !isHidden(member(properties, name)));
    }
    return is30 ? convert30(schema, target) : target;
  }

  function definitions(): { [name: string]: JsonSchema } {
    const result: { [name: string]: JsonSchema } = {};
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      result[next.name] = convert(valueAt(document, next.place), next.place);
    }
    return result;
  }

  return { convert, definitions };
}
