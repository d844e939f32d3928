import { isJsonObject, type JsonObject, parsePointer, valueAt } from "#lib/tools/json-object.ts";
import { type Place, unusable } from "#lib/tools/openapi/problem.ts";

/** Where a `$ref` leads inside the document. Throws for references that leave it or lead nowhere. */
export function targetOf(document: JsonObject, reference: unknown, place: Place): Place {
  if (typeof reference !== "string") throw unusable(place, "$ref is not a text.");
  if (!reference.startsWith("#")) {
    throw unusable(
      place,
      `it refers to "${reference}", which is outside of this document.`,
      "Bundle the document into one file first; other files and addresses are never fetched.",
    );
  }
  const encoded = parsePointer(reference);
  if (!encoded) throw unusable(place, `"${reference}" is not a JSON pointer.`);
  let steps: string[];
  try {
    steps = encoded.map(decodeURIComponent);
  } catch {
    steps = encoded;
  }
  if (valueAt(document, steps) === undefined)
    throw unusable(place, `it refers to "${reference}", which is not there.`);
  return steps;
}

/** Follows `$ref` until something else stands there, which must be an object. */
export function dereference(
  document: JsonObject,
  value: unknown,
  place: Place,
): { readonly value: JsonObject; readonly place: Place } {
  let current = value;
  let at = place;
  for (let hops = 0; hops < 20; hops += 1) {
    if (!isJsonObject(current)) throw unusable(at, "an object is expected here.");
    if (!Object.hasOwn(current, "$ref")) return { value: current, place: at };
    at = targetOf(document, current.$ref, at);
    current = valueAt(document, at);
  }
  throw unusable(place, "its references lead in a circle.");
}
