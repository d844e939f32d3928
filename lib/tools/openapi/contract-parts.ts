import { isJsonObject } from "#lib/tools/json-object.ts";

/** Keywords below which the members are names that the document chose, so that none of them is a keyword. */
const nameKeywords: ReadonlySet<string> = new Set([
  "$defs",
  "content",
  "definitions",
  "dependentSchemas",
  "encoding",
  "flows",
  "headers",
  "mapping",
  "patternProperties",
  "properties",
  "responses",
  "scopes",
  "variables",
]);
/** Values that are data, whatever they look like. */
const dataKeywords: ReadonlySet<string> = new Set(["default", "const"]);
/** Lists whose order says nothing. */
const setKeywords: ReadonlySet<string> = new Set(["required", "type"]);
/** What may change at any time without changing what a call means. */
const looseKeywords: ReadonlySet<string> = new Set([
  "callbacks",
  "example",
  "examples",
  "externalDocs",
  "links",
  "tags",
]);

function isLoose(keyword: string): boolean {
  const isExtension = keyword.startsWith("x-") && !keyword.startsWith("x-weft-");
  return looseKeywords.has(keyword) || (isExtension && keyword !== "x-multi-segment");
}

/**
 * A part of a document as a contract holds it: without examples, vendor extensions and other things that bind nobody.
 * Every `$ref` in it is added to `references`. With `isNames` the outermost members are names, not keywords.
 */
export function contractPart(value: unknown, references: Set<string>, isNames = false): unknown {
  if (Array.isArray(value)) return value.map((item) => contractPart(item, references));
  if (!isJsonObject(value)) return value;
  const kept: [string, unknown][] = [];
  for (const [name, inner] of Object.entries(value)) {
    if (isNames) kept.push([name, contractPart(inner, references)]);
    else if (isLoose(name) || inner === undefined) continue;
    else if (dataKeywords.has(name)) kept.push([name, inner]);
    else if (setKeywords.has(name) && Array.isArray(inner)) kept.push([name, [...inner].sort()]);
    else {
      if (name === "$ref" && typeof inner === "string") references.add(inner);
      kept.push([name, contractPart(inner, references, nameKeywords.has(name))]);
    }
  }
  return Object.fromEntries(kept);
}
